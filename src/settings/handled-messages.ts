import type { Database } from './database.ts'
import type { HandledMessages } from './fleet-store.ts'
import type { Id } from './types.ts'
import { checkIds } from './validate.ts'

export class KyselyHandledMessages implements HandledMessages {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  async add(guild: Id, messages: readonly Id[]): Promise<void> {
    const at = this.#database.clock.wall()
    for (const message of messages) checkIds({ guild, message })
    if (messages.length === 0) return
    await this.#database.write('handled messages', undefined, (writer) =>
      writer
        .insertInto('handledMessage')
        .values(messages.map((messageId) => ({ messageId, guildId: guild, at })))
        .onConflict((conflict) => conflict.column('messageId').doNothing())
        .execute(),
    )
  }

  async among(messages: readonly Id[]): Promise<ReadonlySet<Id>> {
    if (messages.length === 0) return new Set()
    const rows = await this.#database.read('handled messages', (reader) =>
      reader
        .selectFrom('handledMessage')
        .select('messageId')
        .where('messageId', 'in', [...messages])
        .execute(),
    )
    return new Set(rows.map(({ messageId }) => messageId))
  }

  async forget(olderThan: number): Promise<void> {
    const before = this.#database.clock.wall() - olderThan
    await this.#database.write('handled messages', undefined, (writer) =>
      writer.deleteFrom('handledMessage').where('at', '<', before).execute(),
    )
  }
}
