import { isLanguageCode, type LanguageCode } from '../kernel/languages.ts'
import type { Id } from '../settings/types.ts'
import type { Expected, Lately } from '../text/language/expected.ts'

/** Messages remembered of each author and each channel. */
const OF_AUTHOR = 8
const OF_CHANNEL = 20
/** Authors and channels remembered; the oldest are forgotten first. */
const MOST_KNOWN = 10_000

/** A message, its place and its author. */
export interface Writing {
  readonly message: Id
  readonly guild: Id
  readonly channel: Id
  /** Speaker id (`speakerOf`): people behind one webhook differ. */
  readonly author: string
}

interface Heard {
  readonly message: Id
  readonly language: LanguageCode
}

/**
 * Remembers which languages members and channels wrote lately, which is the best evidence for a short message. Kept in
 * memory only, without any words.
 */
export class LanguagesHeard {
  readonly #heard = new Map<string, readonly Heard[]>()

  /** What is known about a message before its words are looked at. */
  expected({ guild, channel, author }: Writing, fallback: LanguageCode): Expected {
    return { fallback, author: this.#lately(`${guild}/${author}`), channel: this.#lately(`${guild}#${channel}`) }
  }

  /** Records the language of a message. An edited message counts once. */
  heard({ message, guild, channel, author }: Writing, language: string): void {
    if (!isLanguageCode(language)) return
    this.#add(`${guild}/${author}`, { message, language }, OF_AUTHOR)
    this.#add(`${guild}#${channel}`, { message, language }, OF_CHANNEL)
  }

  #add(key: string, heard: Heard, most: number): void {
    const others = (this.#heard.get(key) ?? []).filter(({ message }) => message !== heard.message)
    this.#heard.delete(key)
    this.#heard.set(key, [...others, heard].slice(-most))
    if (this.#heard.size > MOST_KNOWN) this.#heard.delete(this.#heard.keys().next().value!)
  }

  #lately(key: string): Lately {
    const counts = new Map<LanguageCode, number>()
    for (const { language } of this.#heard.get(key) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1)
    return counts
  }
}
