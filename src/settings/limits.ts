import { LANGUAGES } from '../kernel/languages.ts'
import { SPOKEN_LANGUAGES } from '../kernel/spoken-languages.ts'
import type { ChannelValues, GuildValues, MemberValues } from './types.ts'

/** The allowed values. Texts are measured in UTF-16 units, as Discord and JavaScript do. */
export type Rule =
  | { readonly kind: 'text'; readonly min: number; readonly max: number }
  | {
      readonly kind: 'number' | 'integer'
      readonly min: number
      readonly max: number
      /** People type and read seconds. */
      readonly unit?: 'ms'
    }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  | { readonly kind: 'switch' }
  /** An IANA name: `Europe/Berlin`. */
  | { readonly kind: 'time-zone' }

export type Rules<T> = { readonly [K in keyof T]-?: Rule & { readonly default?: T[K] } }

const text = (max: number, min = 1) => ({ kind: 'text', min, max }) as const
const integer = (min: number, max: number) => ({ kind: 'integer', min, max }) as const
const on = { kind: 'switch', default: true } as const
const off = { kind: 'switch', default: false } as const

const languages = LANGUAGES.map(({ code }) => code)
const second = 1000
const day = 24 * 60 * 60 * second
/** Far above any bill, and far below the numbers that a sum would make inexact. */
const budget = integer(0, 1_000_000_000)

const voice = text(64)
/** 1600 tokens, the most that an instruct model reads, at three letters each as src/speech/tokens.ts counts them. */
const style = text(4_800)
const language = { kind: 'choice', of: [...SPOKEN_LANGUAGES, 'auto'] } as const
const timeZone = { kind: 'time-zone' } as const
const speed = { kind: 'number', min: 0.5, max: 2 } as const

/** Bounds and defaults of a server's settings. Without a default, the operator's configuration decides (resolve.ts). */
export const GUILD_RULES: Rules<GuildValues> = {
  voice,
  style,
  language: { ...language, default: 'auto' },
  engine: text(32),
  model: text(64),
  speed: { ...speed, default: 1 },
  volume: { kind: 'number', min: 0, max: 2, default: 1 },
  maxLength: { ...integer(1, 2000), default: 500 },
  announceNames: { kind: 'choice', of: ['never', 'change', 'always'], default: 'change' },
  announceLanguage: { kind: 'choice', of: languages, default: 'en' },
  announceJoins: off,
  announceLeaves: off,
  queueSize: { ...integer(1, 200), default: 50 },
  queuePerMember: { ...integer(1, 50), default: 5 },
  memberRatePerMinute: { ...integer(1, 120), default: 30 },
  serverRatePerMinute: { ...integer(1, 600), default: 120 },
  serverDayBudget: budget,
  serverMonthBudget: budget,
  memberDayBudget: budget,
  memberMonthBudget: budget,
  atBudget: { kind: 'choice', of: ['local', 'stop'], default: 'local' },
  interrupting: { kind: 'choice', of: ['everyone', 'vote', 'managers'], default: 'vote' },
  readBots: off,
  readWebhooks: off,
  embeds: { kind: 'choice', of: ['off', 'title', 'text', 'all'], default: 'off' },
  mustBeInVoice: on,
  autoJoin: off,
  leaveWhenAloneAfter: { ...integer(0, day), unit: 'ms', default: 60 * second },
  ignorePrefix: text(10),
  requirePrefix: text(10),
  markRepeats: off,
  expandShorthand: on,
  emoji: { kind: 'choice', of: ['names', 'count', 'silent'], default: 'names' },
  timeZone,
}

export const CHANNEL_RULES: Rules<ChannelValues> = { voice, style, language }

export const MEMBER_RULES: Rules<MemberValues> = { voice, style, language, speed, name: text(32), timeZone }

export const PRESET_RULES = { name: text(32), style } as const

/** An empty replacement leaves the word out. */
export const WORD_RULES = { pattern: text(100), replacement: text(200, 0) } as const

/** The maximum number of each per server; of words also per member. */
export const COUNT_LIMITS = {
  channels: 200,
  readChannels: 100,
  roles: 100,
  unread: 1000,
  presets: 25,
  guildWords: 500,
  memberWords: 100,
} as const

/**
 * Maximum total size of the RE2 programs of one word list. One unit was measured at up to 65 µs for a message of
 * 2000 characters; usual patterns have 6 to 16.
 */
export const ROOM_FOR_PATTERNS = { guild: 600, member: 200 } as const

/** Discord requires that data is deleted when it is no longer needed. */
export const KEPT_AFTER_LEAVING = 30 * day
