/**
 * The tables as Kysely sees them: camelCase here, snake_case in the database (CamelCasePlugin). One schema for SQLite
 * and Postgres: ids are text, moments bigint milliseconds, switches 0 or 1, and nothing depends on JSON operators.
 */
export interface Tables {
  guildSettings: GuildRow
  channelSettings: { guildId: string; channelId: string; voice: Text; style: Text; language: Text }
  readChannel: { guildId: string; channelId: string; voiceChannelId: string }
  roleRule: { guildId: string; roleId: string; rule: string }
  unreadMember: { guildId: string; userId: string }
  stylePreset: { guildId: string; name: string; style: string }
  memberSettings: {
    guildId: string
    userId: string
    voice: Text
    style: Text
    language: Text
    speed: number | null
    name: Text
    timeZone: Text
  }
  /** `guildId` is empty if the member has opted out everywhere. */
  optOut: { userId: string; guildId: string; since: number }
  /** `userId` is empty for the server's words. */
  word: {
    guildId: string
    userId: string
    kind: string
    pattern: string
    replacement: string
    wholeWord: number
    matchCase: number
    position: number
  }
  /** An empty `userId` is the server's total; an empty `guildId` too, the bot's. `period` is a UTC day or month. */
  usage: { guildId: string; userId: string; scope: string; period: string; characters: number }
  voiceIntent: { guildId: string; channelId: string; since: number }
  guildDeparture: { guildId: string; since: number }
  /** How a bot's shards are shared out; every process goes by the same plan. */
  fleet: { botId: string; shardCount: number; blockSize: number }
  /** Who runs a block of shards, until `expires`. */
  shardBlock: {
    botId: string
    block: number
    owner: string
    host: string
    pid: number
    epoch: number
    since: number
    expires: number
  }
  /** When the next shard of a bucket may log in to the gateway. */
  identifySlot: { botId: string; bucket: number; notBefore: number }
  failedStart: { botId: string; failures: number; at: number }
  /** Messages of the last minutes that have been read out or dropped; ids alone. */
  handledMessage: { messageId: string; guildId: string; at: number }
}

type Text = string | null

export interface GuildRow {
  guildId: string
  voice: Text
  style: Text
  language: Text
  engine: Text
  model: Text
  speed: number | null
  volume: number | null
  maxLength: number | null
  announceNames: Text
  announceLanguage: Text
  announceJoins: number | null
  announceLeaves: number | null
  queueSize: number | null
  queuePerMember: number | null
  memberRatePerMinute: number | null
  serverRatePerMinute: number | null
  serverDayBudget: number | null
  serverMonthBudget: number | null
  memberDayBudget: number | null
  memberMonthBudget: number | null
  atBudget: Text
  interrupting: Text
  readBots: number | null
  readWebhooks: number | null
  embeds: Text
  mustBeInVoice: number | null
  autoJoin: number | null
  leaveWhenAloneAfter: number | null
  ignorePrefix: Text
  requirePrefix: Text
  markRepeats: number | null
  expandShorthand: number | null
  emoji: Text
  timeZone: Text
}

export type TableName = keyof Tables

/**
 * Whose data a table holds: a person's, a server's, or both. Export and deletion walk this table, so a table that is
 * missing here is data that nobody could request; a test compares it with the columns of the real database.
 */
export const OWNERS: Readonly<Record<TableName, readonly ('guildId' | 'userId')[]>> = {
  guildSettings: ['guildId'],
  channelSettings: ['guildId'],
  readChannel: ['guildId'],
  roleRule: ['guildId'],
  unreadMember: ['guildId', 'userId'],
  stylePreset: ['guildId'],
  memberSettings: ['guildId', 'userId'],
  optOut: ['guildId', 'userId'],
  word: ['guildId', 'userId'],
  usage: ['guildId', 'userId'],
  voiceIntent: ['guildId'],
  guildDeparture: ['guildId'],
  fleet: [],
  shardBlock: [],
  identifySlot: [],
  failedStart: [],
  handledMessage: ['guildId'],
}

/** Tables that only say that a person must not be read. */
export const DO_NOT_READ: readonly TableName[] = ['unreadMember', 'optOut']
