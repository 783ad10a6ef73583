import type { LanguageCode, SpokenLanguage } from '../kernel/languages.ts'

/** A Discord snowflake in decimal digits. */
export type Id = string

/** How something is spoken. Any part may be chosen for a server, and some for a channel or a member. */
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
  /** 1 leaves the loudness as it is. */
  readonly volume: number
}

/** What a server may choose. Budgets count characters as providers bill them; an absent budget means no cap. */
export interface GuildValues extends SpeechValues {
  /** The longest message that is read, in characters; the rest is cut off. */
  readonly maxLength: number
  /** When the author's name is said before the message; `change` is when somebody else spoke before. */
  readonly announceNames: 'never' | 'change' | 'always'
  /** The language of Lector's own spoken words, e.g. "Anna says". */
  readonly announceLanguage: LanguageCode
  readonly announceJoins: boolean
  readonly announceLeaves: boolean
  /** Waiting messages of the whole server, and of one member. */
  readonly queueSize: number
  readonly queuePerMember: number
  /** Messages of one member that are read per minute. */
  readonly memberRatePerMinute: number
  /** Messages of everybody that are read per minute. */
  readonly serverRatePerMinute: number
  readonly serverDayBudget: number
  readonly serverMonthBudget: number
  readonly memberDayBudget: number
  readonly memberMonthBudget: number
  /** At a spent budget: go on with the voice that costs nothing, or stop and say so. */
  readonly atBudget: 'local' | 'stop'
  readonly readBots: boolean
  readonly readWebhooks: boolean
  readonly readEmbeds: boolean
  /** Read only members who are in the voice channel. */
  readonly mustBeInVoice: boolean
  /** Join when the first member enters a voice channel that a text channel is read into. */
  readonly autoJoin: boolean
  /** How long to stay in a channel without listeners, in milliseconds; 0 stays for good. */
  readonly leaveWhenAloneAfter: number
  /** Messages that begin so are not read. */
  readonly ignorePrefix: string
  /** Only messages that begin so are read. */
  readonly requirePrefix: string
}

export interface ChannelValues extends Pick<SpeechValues, 'voice' | 'style' | 'language'> {}

export interface MemberValues extends Pick<SpeechValues, 'voice' | 'style' | 'language' | 'speed'> {
  /** What Lector calls the member. */
  readonly name: string
}

/** A change: an absent key stays as it is, `null` goes back to the default. */
export type Patch<T> = { readonly [K in keyof T]?: T[K] | null }

export interface Word {
  readonly kind: 'literal' | 'regex'
  /** What is written: the text itself, or an RE2 expression. */
  readonly pattern: string
  /** What is said in its place; empty leaves it out. */
  readonly replacement: string
  /** Not inside a longer word. */
  readonly wholeWord: boolean
  readonly matchCase: boolean
}

/** Whose words: the server's, or those of one member in that server. */
export interface WordOwner {
  readonly guild: Id
  readonly user?: Id
}

export type RoleRule = 'required' | 'ignored'

/** All that is needed to judge a message in a server. A snapshot: nothing in it changes. */
export interface GuildSettings {
  readonly guild: Id
  /** What was chosen; everything else takes its default (limits.ts). */
  readonly chosen: Partial<GuildValues>
  readonly channels: ReadonlyMap<Id, Partial<ChannelValues>>
  /** Text channel → the voice channel it is read into. */
  readonly readChannels: ReadonlyMap<Id, Id>
  readonly roles: ReadonlyMap<Id, RoleRule>
  /** Members whom this server does not want read. */
  readonly unread: ReadonlySet<Id>
  /** Name → style, made by the server. */
  readonly presets: ReadonlyMap<string, string>
  /** In the order they were added. */
  readonly words: readonly Word[]
}

export interface MemberSettings {
  readonly guild: Id
  readonly user: Id
  readonly chosen: Partial<MemberValues>
  /** Where the member asked never to be read; in either case the answer for this server is no. */
  readonly optedOut: { readonly here: boolean; readonly everywhere: boolean }
  readonly words: readonly Word[]
}

/** What a server and a member in it have spent. */
export type ServerScope = 'server-month' | 'server-day' | 'member-month' | 'member-day'

/** Those of the bot are over all servers. */
export type BudgetScope = 'bot-month' | 'bot-day' | ServerScope

/** Characters; an absent scope has no cap. */
export type BudgetCaps = Readonly<Partial<Record<BudgetScope, number>>>

/** Characters set aside before the provider is called; to be corrected by what it billed. */
export interface Reservation {
  readonly guild: Id
  readonly user: Id
  /** The UTC day it counts for, `2026-11-22`. */
  readonly day: string
  /** It counts for the bot as well, which has a cap. */
  readonly ofBot?: true
  readonly characters: number
}

export type ReservationResult =
  | { readonly granted: true; readonly reservation: Reservation }
  | { readonly granted: false; readonly scope: BudgetScope; readonly used: number; readonly cap: number }

/** The server's wish to have Lector in a channel, so that it comes back after a restart. */
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
  /** Changes may have been missed: take nothing for granted. */
  | { readonly kind: 'all' }
