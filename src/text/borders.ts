/**
 * Places where a text can be split, best first. Each list holds rising offsets in UTF-16 units, without 0 and with the
 * end; `codePoint` splits even inside a grapheme.
 */
export const LEVELS = ['sentence', 'clause', 'space', 'word', 'grapheme', 'codePoint'] as const

export type Level = (typeof LEVELS)[number]

/** Finds the borders of a text, each level on first use. */
export class Borders {
  readonly #text: string
  readonly #found = new Map<Level, readonly number[]>()

  constructor(text: string) {
    this.#text = text
  }

  at(level: Level): readonly number[] {
    const known = this.#found.get(level)
    if (known) return known
    const found = finders[level](this.#text)
    if (found.at(-1) !== this.#text.length && this.#text !== '') found.push(this.#text.length)
    this.#found.set(level, found)
    return found
  }
}

const finders: Readonly<Record<Level, (text: string) => number[]>> = {
  sentence: sentences,
  clause: (text) => ends(text, clauseEnd),
  space: (text) => ends(text, /\s+/gu),
  word: (text) => segments(text, wordSegmenter),
  grapheme: (text) => segments(text, graphemeSegmenter),
  codePoint: (text) => ends(text, /./gsu),
}

// Segmenters are costly to build and hold no state.
const sentenceSegmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
const wordSegmenter = new Intl.Segmenter('en', { granularity: 'word' })
const graphemeSegmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

function segments(text: string, segmenter: Intl.Segmenter): number[] {
  return Array.from(segmenter.segment(text), ({ index, segment }) => index + segment.length)
}

function ends(text: string, pattern: RegExp): number[] {
  return Array.from(text.matchAll(pattern), ({ 0: found, index }) => index + found.length)
}

/** Unicode's sentences (UAX 29), less the borders in addresses and behind abbreviations, plus those behind an ellipsis. */
function sentences(text: string): number[] {
  const unicode = segments(text, sentenceSegmenter).filter((end) => {
    const before = text.slice(Math.max(0, end - 16), end)
    return sentenceEnd.test(before) && !abbreviated.test(before)
  })
  const own = ends(text, /(?<=…["'»”’)]?)\s+(?=[\p{Lu}\p{Lo}])/gu)
  return own.length === 0 ? unicode : [...new Set([...unicode, ...own])].sort((a, b) => a - b)
}

/** Chinese, Japanese and Korean end a sentence without a space. */
const sentenceEnd = /\s$|[。！？｡．]["'」』）)»”’]*$/u

/**
 * A full stop that ends no sentence: titles and abbreviations of the ten languages that are mostly followed by a
 * capital or a number, single initials, and the ordinals of German dates ("3. Mai").
 */
const abbreviated =
  /(?:(?<![\p{L}\p{N}])(?:Mr|Mrs|Ms|Dr|Prof|Sr|Sra|Srta|Dra|St|Jr|vs|No|Nr|Hr|Fr|Ing|Dipl|bzw|ca|vgl|ggf|inkl|evtl|usw|Mme|Mlle|Me|av|apr|env|Sig|Dott|Avv|pag|Ud|Uds|pág|núm|aprox|Exmo|ул|им|тел|стр|рис|см|гг?|напр|\p{L})|(?<![\p{L}\p{N}.,])\d{1,2})\.\s+$/u

/** Behind a mark that ends a clause, and between Thai words with a space, where Thai ends its clauses. */
const clauseEnd = /[,;:،؛—–)]["'»”’]?\s+|[、，；：）」』】]+\s*|(?<=\p{Script=Thai})\s+(?=\p{Script=Thai})|\n\s*/gu
