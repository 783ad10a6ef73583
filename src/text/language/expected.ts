import type { LanguageCode } from '../../kernel/languages.ts'
import { LATIN, type LatinCode } from './words.ts'

export interface Detected {
  /** `auto` for a language that is none of the ten: an engine that detects languages by itself is left to do so. */
  readonly language: LanguageCode | 'auto'
  /** True when the text itself told it, and not what was expected. */
  readonly told: boolean
}

/** How often each language was written of late. */
export type Lately = ReadonlyMap<LanguageCode, number>

/** What is known before a text is read. */
export interface Expected {
  /** The language of the server. */
  readonly fallback: LanguageCode
  /** What the author wrote of late, the best witness of all. */
  readonly author?: Lately
  /** What was written in the channel of late. */
  readonly channel?: Lately
}

/** How likely each language in Latin letters is before the text is read, as logarithms. */
export function expectations({ fallback, author, channel }: Expected): Map<LatinCode, number> {
  const ofServer = (code: LatinCode) => (code === fallback ? 0.5 : isLatin(fallback) || code !== 'en' ? 0.1 : 0.4)
  const ofChannel = (code: LatinCode) => mixed(channel, code, ofServer(code), SERVER_WEIGHT)
  return new Map(LATIN.map((code) => [code, WEIGHT * Math.log(mixed(author, code, ofChannel(code), CHANNEL_WEIGHT))]))
}

/** The server counts as six messages of a channel, and the channel as one and a half of the author. */
const SERVER_WEIGHT = 6
const CHANNEL_WEIGHT = 1.5
/** Against the evidence of the text. */
const WEIGHT = 1.2

function mixed(counts: Lately | undefined, code: LanguageCode, before: number, weight: number): number {
  let sum = 0
  for (const count of counts?.values() ?? []) sum += count
  return ((counts?.get(code) ?? 0) + weight * before) / (sum + weight)
}

function isLatin(code: LanguageCode): boolean {
  return (LATIN as readonly string[]).includes(code)
}
