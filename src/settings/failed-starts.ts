import type { Database } from './database.ts'
import type { FailedStarts } from './fleet-store.ts'

export class KyselyFailedStarts implements FailedStarts {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  async read(bot: string): Promise<{ readonly failures: number; readonly at: number }> {
    const row = await this.#database.read('failed starts', (reader) =>
      reader.selectFrom('failedStart').select(['failures', 'at']).where('botId', '=', bot).executeTakeFirst(),
    )
    return row ?? { failures: 0, at: 0 }
  }

  async write(bot: string, failures: number): Promise<void> {
    const values = { failures, at: this.#database.clock.wall() }
    await this.#database.write('failed starts', undefined, (writer) =>
      writer
        .insertInto('failedStart')
        .values({ botId: bot, ...values })
        .onConflict((conflict) => conflict.column('botId').doUpdateSet(values))
        .execute(),
    )
  }
}
