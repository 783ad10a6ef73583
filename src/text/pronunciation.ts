/** One entry of a dictionary: how something that people write is to be said. */
export interface Pronunciation {
  readonly written: string
  /** May be empty: then it is passed over in silence. `$1` to `$9` stand for the groups of a pattern. */
  readonly spoken: string
  /** A whole word or phrase, letters that may also stand inside a longer word, or a regular expression in RE2 syntax. */
  readonly kind: 'word' | 'letters' | 'pattern'
  readonly matchCase: boolean
}

/**
 * Walks once through a text and replaces what it knows by what `hold` makes of the spoken form; `from` and `to` are the
 * offsets of what was written.
 */
export type Pass = (text: string, hold: (spoken: string, from: number, to: number) => string) => string
