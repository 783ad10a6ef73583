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
  /** True to speak chat shorthand in full: "brb" as "be right back". */
  readonly expandShorthand: boolean
  /** How much of an embed is said. */
  readonly embeds: 'off' | 'title' | 'text' | 'all'
  /** Compiled dictionaries in order of precedence: the member's, then the server's. */
  readonly pronunciations: readonly Dictionary[]
  /** At most so many graphemes of people's words; the phrase that says it was cut comes on top. */
  readonly limit: number
}

/** What a step works with: the wishes of the server, the ids of this message and its held phrases. */
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

/** One small change on the way from markup to speech. Total: it never throws, whatever people write. */
export type Step = (text: string, scene: Scene) => string
