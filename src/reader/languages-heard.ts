import { isLanguageCode, type LanguageCode } from '../kernel/languages.ts'
import type { Id } from '../settings/types.ts'
import type { Expected, Lately } from '../text/language/expected.ts'

/** How many messages tell what language somebody writes, and a channel. */
const OF_AUTHOR = 8
const OF_CHANNEL = 20
/** The authors and channels that wrote last are known. */
const MOST_KNOWN = 10_000

/** Where a message was written, and by whom. */
export interface Writing {
  readonly message: Id
  readonly guild: Id
  readonly channel: Id
  /** Who speaks: people behind one webhook are told apart. */
  readonly author: string
}

interface Heard {
  readonly message: Id
  readonly language: LanguageCode
}

/**
 * Which languages members and channels wrote of late: the best witness for a short message. In memory alone, and no words
 * of theirs.
 */
export class LanguagesHeard {
  readonly #heard = new Map<string, readonly Heard[]>()

  /** What to expect of a message. */
  expected({ guild, channel, author }: Writing, fallback: LanguageCode): Expected {
    return { fallback, author: this.#lately(`${guild}/${author}`), channel: this.#lately(`${guild}#${channel}`) }
  }

  /** A message was in this language, told by its words. A message that is edited counts once. */
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
