import type { Database, Reader } from './database.ts'
import { MEMBER_RULES } from './limits.ts'
import type { ReadCache } from './read-cache.ts'
import { chosenFrom, columnsOf } from './rows.ts'
import type { Tables } from './schema.ts'
import type { Members } from './store.ts'
import type { Id, MemberSettings, MemberValues, Patch, SettingsChange } from './types.ts'
import { checkIds, checkPatch } from './validate.ts'
import { loadWords } from './words.ts'

/** In place of a server id: no server. */
const EVERYWHERE = ''

export class KyselyMembers implements Members {
  readonly #database: Database
  readonly #cache: ReadCache<MemberSettings>

  constructor(database: Database, cache: ReadCache<MemberSettings>) {
    this.#database = database
    this.#cache = cache
  }

  async read(guild: Id, user: Id): Promise<MemberSettings> {
    checkIds({ guild, user })
    const query = (reader: Reader) => load(reader, guild, user)
    return await this.#cache.get(`${guild}/${user}`, () => this.#database.read('member settings', query))
  }

  async update(guild: Id, user: Id, patch: Patch<MemberValues>): Promise<void> {
    checkIds({ guild, user })
    checkPatch(MEMBER_RULES, patch)
    const columns = columnsOf<MemberValues, Tables['memberSettings']>(MEMBER_RULES, patch)
    if (Object.keys(columns).length === 0) return
    await this.#database.write('member settings', { kind: 'member', guild, user }, (writer) =>
      writer
        .insertInto('memberSettings')
        .values({ ...columns, guildId: guild, userId: user })
        .onConflict((conflict) => conflict.columns(['guildId', 'userId']).doUpdateSet(columns))
        .execute(),
    )
  }

  async setOptOut(user: Id, where: { readonly guild: Id } | 'everywhere', optOut: boolean): Promise<void> {
    checkIds(where === 'everywhere' ? { user } : { user, guild: where.guild })
    const guildId = where === 'everywhere' ? EVERYWHERE : where.guild
    const change: SettingsChange =
      where === 'everywhere' ? { kind: 'user', user } : { kind: 'member', guild: guildId, user }
    await this.#database.write('opt-out', change, async (writer) => {
      await writer.deleteFrom('optOut').where('userId', '=', user).where('guildId', '=', guildId).execute()
      if (!optOut) return
      await writer.insertInto('optOut').values({ userId: user, guildId, since: this.#database.clock.wall() }).execute()
    })
  }
}

async function load(reader: Reader, guild: Id, user: Id): Promise<MemberSettings> {
  const [row, optOuts, words] = await Promise.all([
    reader
      .selectFrom('memberSettings')
      .selectAll()
      .where('guildId', '=', guild)
      .where('userId', '=', user)
      .executeTakeFirst(),
    reader
      .selectFrom('optOut')
      .select('guildId')
      .where('userId', '=', user)
      .where('guildId', 'in', [guild, EVERYWHERE])
      .execute(),
    loadWords(reader, { guild, user }),
  ])
  return {
    guild,
    user,
    chosen: chosenFrom(MEMBER_RULES, row),
    optedOut: {
      here: optOuts.some(({ guildId }) => guildId === guild),
      everywhere: optOuts.some(({ guildId }) => guildId === EVERYWHERE),
    },
    words,
  }
}
