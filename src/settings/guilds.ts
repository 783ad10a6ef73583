import type { Database, Reader } from './database.ts'
import { CHANNEL_RULES, COUNT_LIMITS, GUILD_RULES, PRESET_RULES } from './limits.ts'
import type { ReadCache } from './read-cache.ts'
import { chosenFrom, columnsOf } from './rows.ts'
import type { GuildRow, Tables } from './schema.ts'
import type { Guilds } from './store.ts'
import type { ChannelValues, GuildSettings, GuildValues, Id, Patch, RoleRule } from './types.ts'
import { checkCount, checkIds, checkPatch, checkValue } from './validate.ts'
import { loadWords } from './words.ts'

type CountedTable = 'channelSettings' | 'readChannel' | 'roleRule' | 'unreadMember' | 'stylePreset'

export class KyselyGuilds implements Guilds {
  readonly #database: Database
  readonly #cache: ReadCache<GuildSettings>

  constructor(database: Database, cache: ReadCache<GuildSettings>) {
    this.#database = database
    this.#cache = cache
  }

  async read(guild: Id): Promise<GuildSettings> {
    checkIds({ guild })
    return await this.#cache.get(guild, () => this.#database.read('server settings', (reader) => load(reader, guild)))
  }

  async update(guild: Id, patch: Patch<GuildValues>): Promise<void> {
    checkIds({ guild })
    checkPatch(GUILD_RULES, patch)
    const columns = columnsOf<GuildValues, GuildRow>(GUILD_RULES, patch)
    if (Object.keys(columns).length === 0) return
    await this.#database.write('server settings', { kind: 'guild', guild }, (writer) =>
      writer
        .insertInto('guildSettings')
        .values({ ...columns, guildId: guild })
        .onConflict((conflict) => conflict.column('guildId').doUpdateSet(columns))
        .execute(),
    )
  }

  async updateChannel(guild: Id, channel: Id, patch: Patch<ChannelValues>): Promise<void> {
    checkIds({ guild, channel })
    checkPatch(CHANNEL_RULES, patch)
    const columns = columnsOf<ChannelValues, Tables['channelSettings']>(CHANNEL_RULES, patch)
    if (Object.keys(columns).length === 0) return
    await this.#change(guild, 'channels', 'channelSettings', async (writer) => {
      await writer
        .insertInto('channelSettings')
        .values({ ...columns, guildId: guild, channelId: channel })
        .onConflict((conflict) => conflict.columns(['guildId', 'channelId']).doUpdateSet(columns))
        .execute()
      await writer
        .deleteFrom('channelSettings')
        .where('guildId', '=', guild)
        .where((is) => is.and([is('voice', 'is', null), is('style', 'is', null), is('language', 'is', null)]))
        .execute()
    })
  }

  async setReadChannel(guild: Id, channel: Id, voiceChannel: Id | null): Promise<void> {
    checkIds({ guild, channel, voiceChannel: voiceChannel ?? channel })
    await this.#change(guild, 'readChannels', 'readChannel', async (writer) => {
      await writer.deleteFrom('readChannel').where('guildId', '=', guild).where('channelId', '=', channel).execute()
      if (voiceChannel === null) return
      const row = { guildId: guild, channelId: channel, voiceChannelId: voiceChannel }
      await writer.insertInto('readChannel').values(row).execute()
    })
  }

  async setRole(guild: Id, role: Id, rule: RoleRule | null): Promise<void> {
    checkIds({ guild, role })
    if (rule !== null) checkValue('roles', { kind: 'choice', of: ['required', 'ignored'] }, rule)
    await this.#change(guild, 'roles', 'roleRule', async (writer) => {
      await writer.deleteFrom('roleRule').where('guildId', '=', guild).where('roleId', '=', role).execute()
      if (rule !== null) await writer.insertInto('roleRule').values({ guildId: guild, roleId: role, rule }).execute()
    })
  }

  async setUnread(guild: Id, user: Id, unread: boolean): Promise<void> {
    checkIds({ guild, user })
    await this.#change(guild, 'unread', 'unreadMember', async (writer) => {
      await writer.deleteFrom('unreadMember').where('guildId', '=', guild).where('userId', '=', user).execute()
      if (unread) await writer.insertInto('unreadMember').values({ guildId: guild, userId: user }).execute()
    })
  }

  async setPreset(guild: Id, name: string, style: string | null): Promise<void> {
    checkIds({ guild })
    checkValue('preset', PRESET_RULES.name, name)
    if (style !== null) checkValue('style', PRESET_RULES.style, style)
    await this.#change(guild, 'presets', 'stylePreset', async (writer) => {
      await writer.deleteFrom('stylePreset').where('guildId', '=', guild).where('name', '=', name).execute()
      if (style !== null) await writer.insertInto('stylePreset').values({ guildId: guild, name, style }).execute()
    })
  }

  /** Changes one of a server's lists, and rolls back if the list becomes too long. */
  async #change(
    guild: Id,
    setting: keyof typeof COUNT_LIMITS,
    table: CountedTable,
    run: (writer: Reader) => Promise<void>,
  ): Promise<void> {
    await this.#database.write(`server ${setting}`, { kind: 'guild', guild }, async (writer) => {
      await run(writer)
      const { count } = await writer
        .selectFrom(table)
        .select((is) => is.fn.countAll<number>().as('count'))
        .where('guildId', '=', guild)
        .executeTakeFirstOrThrow()
      checkCount(setting, count, COUNT_LIMITS[setting])
    })
  }
}

async function load(reader: Reader, guild: Id): Promise<GuildSettings> {
  const [row, channels, readChannels, roles, unread, presets, words] = await Promise.all([
    reader.selectFrom('guildSettings').selectAll().where('guildId', '=', guild).executeTakeFirst(),
    reader.selectFrom('channelSettings').selectAll().where('guildId', '=', guild).execute(),
    reader.selectFrom('readChannel').selectAll().where('guildId', '=', guild).execute(),
    reader.selectFrom('roleRule').selectAll().where('guildId', '=', guild).execute(),
    reader.selectFrom('unreadMember').selectAll().where('guildId', '=', guild).execute(),
    reader.selectFrom('stylePreset').selectAll().where('guildId', '=', guild).orderBy('name').execute(),
    loadWords(reader, { guild }),
  ])
  return {
    guild,
    chosen: chosenFrom(GUILD_RULES, row),
    channels: new Map(channels.map((channel) => [channel.channelId, chosenFrom(CHANNEL_RULES, channel)])),
    readChannels: new Map(readChannels.map(({ channelId, voiceChannelId }) => [channelId, voiceChannelId])),
    roles: new Map(roles.map(({ roleId, rule }) => [roleId, rule as RoleRule])),
    unread: new Set(unread.map(({ userId }) => userId)),
    presets: new Map(presets.map(({ name, style }) => [name, style])),
    words,
  }
}
