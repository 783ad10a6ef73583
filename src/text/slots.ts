/** A phrase in its final form. */
export type Held =
  /** Separated by spaces: a name, a time, a command. */
  | { readonly kind: 'words'; readonly spoken: string }
  /** Put back without spaces: a pronunciation, an escaped mark. */
  | { readonly kind: 'exact'; readonly spoken: string }
  | { readonly kind: 'emoji'; readonly spoken: string }
  /** `spoken` is the domain, or empty. */
  | { readonly kind: 'link'; readonly spoken: string }
  /** `picture` is an emoji or a face if they are only counted. */
  | { readonly kind: 'code' | 'spoiler' | 'picture'; readonly spoken: '' }

/**
 * Holds finished phrases while later steps work on the rest. A slot is one private-use character, so no pattern for words,
 * marks or digits can touch it; equal phrases share a slot, so runs are easy to see.
 */
export class Slots {
  readonly #held: Held[] = []
  readonly #characters = new Map<string, string>()

  /** Returns the character that represents the phrase. */
  hold(held: Held): string {
    const key = `${held.kind} ${held.spoken}`
    const known = this.#characters.get(key)
    if (known !== undefined) return known
    if (this.#held.length > LAST - FIRST) return ' '
    const character = String.fromCodePoint(FIRST + this.#held.length)
    this.#held.push(held)
    this.#characters.set(key, character)
    return character
  }

  get(character: string): Held | undefined {
    return this.#held[character.codePointAt(0)! - FIRST]
  }
}

/** Plane 15 is private use: Discord's clients cannot type it, and the first step removes it from messages. */
const FIRST = 0xf0000
const LAST = 0xffffd

/** Matches one slot; for use inside a character class of a `u` pattern. */
export const SLOT = '\\u{F0000}-\\u{FFFFD}'
