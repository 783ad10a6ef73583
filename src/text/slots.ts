/** A phrase that is already as it will be spoken. */
export type Held =
  /** Set off by spaces: a name, a time, a command. */
  | { readonly kind: 'words'; readonly spoken: string }
  /** Put back exactly where it stood: a pronunciation, an escaped mark. */
  | { readonly kind: 'exact'; readonly spoken: string }
  | { readonly kind: 'emoji'; readonly spoken: string }
  /** `spoken` is the domain, or empty. */
  | { readonly kind: 'link'; readonly spoken: string }
  /** `picture` is an emoji or a face where they are only counted. */
  | { readonly kind: 'code' | 'spoiler' | 'picture'; readonly spoken: '' }

/**
 * Finished phrases wait in slots while later steps work on the rest. A slot is one private-use character, so no pattern
 * for words, marks or digits can touch it or look inside; equal phrases share a slot, which makes runs easy to see.
 */
export class Slots {
  readonly #held: Held[] = []
  readonly #characters = new Map<string, string>()

  /** The character that stands for the phrase from now on. */
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

/** Plane 15 is private use: Discord's clients cannot type it, and a first step removes it from what arrives. */
const FIRST = 0xf0000
const LAST = 0xffffd

/** Matches one slot; for use inside a character class of a `u` pattern. */
export const SLOT = '\\u{F0000}-\\u{FFFFD}'
