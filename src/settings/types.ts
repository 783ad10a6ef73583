import type { LanguageCode } from '../kernel/languages.ts'
import type { SpokenLanguage } from '../kernel/spoken-languages.ts'

/** A Discord snowflake in decimal digits. */
export type Id = string

/** How something is spoken. A server can choose any part, a channel or a member some. */
export interface SpeechValues {
  /** A voice id of the engine, e.g. `Cherry`. */
  readonly voice: string
  /** How to speak, in plain words. */
  readonly style: string
  readonly language: SpokenLanguage
  /** An engine id, e.g. `dashscope`. */
  readonly engine: string
  /** A model id of the engine. */
  readonly model: string
  /** 1 is the voice's own pace. */
  readonly speed: number
  /** 1 keeps the loudness. */
  readonly volume: number
}

/** A server's settings. Budgets count characters as providers bill them; an absent budget means no cap. */
export interface GuildValues extends SpeechValues {
  /** The length at which messages are cut, in characters. */
  readonly maxLength: number
  /** When the author's name is spoken before the message; `change` means when the author changes. */
  readonly announceNames: 'never' | 'change' | 'always'
  /** The language of Lector's own spoken phrases, e.g. "Anna says". */
  readonly announceLanguage: LanguageCode
  readonly announceJoins: boolean
  readonly announceLeaves: boolean
  /** Limits of the queue: for the whole server, and per member. */
  readonly queueSize: number
  readonly queuePerMember: number
  /** Messages per member that are read per minute. */
  readonly memberRatePerMinute: number
  /** Messages of all members together that are read per minute. */
  readonly serverRatePerMinute: number
  readonly serverDayBudget: number
  readonly serverMonthBudget: number
  readonly memberDayBudget: number
  readonly memberMonthBudget: number
  /** When a budget is used up: continue with the free voice, or stop and say so. */
  readonly atBudget: 'local' | 'stop'
  /** Who may skip or stop what other people say; managers always may. */
  readonly interrupting: 'everyone' | 'vote' | 'managers'
  readonly readBots: boolean
  readonly readWebhooks: boolean
  /** How much of an embed is read: the title, the description with it, or the author and the fields too. */
  readonly embeds: 'off' | 'title' | 'text' | 'all'
  /** Read only members who are in the voice channel. */
  readonly mustBeInVoice: boolean
  /** Join when the first member enters a voice channel that has a text channel to read. */
  readonly autoJoin: boolean
  /** How long to stay in a channel without listeners, in milliseconds; 0 means forever. */
  readonly leaveWhenAloneAfter: number
  /** Messages with this prefix are not read. */
  readonly ignorePrefix: string
  /** Only messages with this prefix are read. */
  readonly requirePrefix: string
  /** React to a message that is dropped as a repeat, so that its author sees it. */
  readonly markRepeats: boolean
  /** Say chat shorthand in full. */
  readonly expandShorthand: boolean
  /** Emoji, custom emoji and faces: by their names, as a number, or not at all. */
  readonly emoji: 'names' | 'count' | 'silent'
  /** The IANA zone in which times are said. */
  readonly timeZone: string
}

export interface ChannelValues extends Pick<SpeechValues, 'voice' | 'style' | 'language'> {}

export interface MemberValues extends Pick<SpeechValues, 'voice' | 'style' | 'language' | 'speed'> {
  /** The spoken name of the member. */
  readonly name: string
  /** The IANA zone in which the times that the member writes are said. */
  readonly timeZone: string
}

/** A change: an absent key stays as it is, `null` resets it to the default. */
export type Patch<T> = { readonly [K in keyof T]?: T[K] | null }

export interface Word {
  readonly kind: 'literal' | 'regex'
  /** The written text itself, or an RE2 expression. */
  readonly pattern: string
  /** The text to speak instead; an empty one leaves the word out. */
  readonly replacement: string
  /** Match whole words only. */
  readonly wholeWord: boolean
  readonly matchCase: boolean
}

/** Whose words: the server's, or those of one member in that server. */
export interface WordOwner {
  readonly guild: Id
  readonly user?: Id
}

export type RoleRule = 'required' | 'ignored'

/** Everything needed to judge a message in a server. An immutable snapshot. */
export interface GuildSettings {
  readonly guild: Id
  /** The chosen values; everything else has its default (limits.ts). */
  readonly chosen: Partial<GuildValues>
  readonly channels: ReadonlyMap<Id, Partial<ChannelValues>>
  /** Text channel → the voice channel it is read into. */
  readonly readChannels: ReadonlyMap<Id, Id>
  readonly roles: ReadonlyMap<Id, RoleRule>
  /** Members whom this server excluded from being read. */
  readonly unread: ReadonlySet<Id>
  /** Name → style, added by the server. */
  readonly presets: ReadonlyMap<string, string>
  /** In the order in which they were added. */
  readonly words: readonly Word[]
}

export interface MemberSettings {
  readonly guild: Id
  readonly user: Id
  readonly chosen: Partial<MemberValues>
  /** Where the member opted out; either way they are not read in this server. */
  readonly optedOut: { readonly here: boolean; readonly everywhere: boolean }
  readonly words: readonly Word[]
}

/** Usage of a server and of a member in it. */
export type ServerScope = 'server-month' | 'server-day' | 'member-month' | 'member-day'

/** The bot's scopes cover all servers. */
export type BudgetScope = 'bot-month' | 'bot-day' | ServerScope

/** Characters; an absent scope has no cap. */
export type BudgetCaps = Readonly<Partial<Record<BudgetScope, number>>>

/** Characters reserved before the provider is called; settled later with what it billed. */
export interface Reservation {
  readonly guild: Id
  readonly user: Id
  /** The UTC day it counts for, `2026-11-22`. */
  readonly day: string
  /** It also counts for the bot, which has a cap. */
  readonly ofBot?: true
  readonly characters: number
}

export type ReservationResult =
  | { readonly granted: true; readonly reservation: Reservation }
  | { readonly granted: false; readonly scope: BudgetScope; readonly used: number; readonly cap: number }

/** The voice channel that Lector should be in, so that it rejoins after a restart. */
export interface VoiceIntent {
  readonly guild: Id
  readonly channel: Id
  /** Milliseconds since 1970. */
  readonly since: number
}

export type SettingsChange =
  | { readonly kind: 'guild'; readonly guild: Id }
  | { readonly kind: 'member'; readonly guild: Id; readonly user: Id }
  /** The member in every server. */
  | { readonly kind: 'user'; readonly user: Id }
  /** Changes may have been missed: any value may be stale. */
  | { readonly kind: 'all' }
