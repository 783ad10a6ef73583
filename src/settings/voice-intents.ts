import type { Database } from './database.ts'
import type { VoiceIntents } from './store.ts'
import type { Id, VoiceIntent } from './types.ts'
import { checkIds } from './validate.ts'

export class KyselyVoiceIntents implements VoiceIntents {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  async set({ guild, channel, since }: VoiceIntent): Promise<void> {
    checkIds({ guild, channel })
    const values = { channelId: channel, since }
    await this.#database.write('voice intent', undefined, (writer) =>
      writer
        .insertInto('voiceIntent')
        .values({ guildId: guild, ...values })
        .onConflict((conflict) => conflict.column('guildId').doUpdateSet(values))
        .execute(),
    )
  }

  async clear(guild: Id): Promise<void> {
    checkIds({ guild })
    await this.#database.write('voice intent', undefined, (writer) =>
      writer.deleteFrom('voiceIntent').where('guildId', '=', guild).execute(),
    )
  }

  async list(): Promise<VoiceIntent[]> {
    const rows = await this.#database.read('voice intents', (reader) =>
      reader.selectFrom('voiceIntent').selectAll().orderBy('since').execute(),
    )
    return rows.map(({ guildId, channelId, since }) => ({ guild: guildId, channel: channelId, since }))
  }
}
