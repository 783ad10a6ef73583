import type { LanguageCode } from '../kernel/languages.ts'
import type { Lookups } from './message.ts'
import type { SpokenPhrases } from './phrases.ts'
import type { Dictionary } from './pronunciations.ts'
import type { Slots } from './slots.ts'

/** How a server wants its messages spoken. */
export interface SpeakContext {
  /** The language of phrases, times and emoji names. */
  readonly language: LanguageCode
  readonly phrases: SpokenPhrases
  /** IANA zone in which Discord timestamps are said: `Europe/Berlin`. Without one they are relative, or in UTC. */
  readonly timeZone?: string | undefined
  /** Milliseconds since 1970, for "in two hours". */
  readonly now: number
  /** True to begin with the speaker's name. */
  readonly announce: boolean
  /** Emoji, custom emoji and faces: by their names, as a number, or not at all. */
  readonly emoji: 'names' | 'count' | 'silent'
  readonly links: 'domain' | 'word'
  /** True to spell out chat shorthand: "brb" as "be right back". */
  readonly expandShorthand: boolean
  /** How much of an embed is said. */
  readonly embeds: 'off' | 'title' | 'text' | 'all'
  /** Compiled dictionaries in order of precedence: the member's, then the server's. */
  readonly pronunciations: readonly Dictionary[]
  /** Limit of people's words in graphemes, without the phrase that says it was cut. */
  readonly limit: number
}

/** What a step works with: settings, lookups and held phrases of one message. */
export interface Scene {
  readonly context: SpeakContext
  readonly lookups: Lookups
  readonly slots: Slots
}

/** What a step is about, for people who ask why a text is said as it is. */
export type TextRule =
  | 'letters'
  | 'faces'
  | 'hidden'
  | 'emoji'
  | 'mentions'
  | 'times'
  | 'links'
  | 'formatting'
  | 'words'
  | 'shorthand'
  | 'signs'
  | 'repeats'

/** One step from markup to speech. Never throws. */
export type Step = (text: string, scene: Scene) => string
