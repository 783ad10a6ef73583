import { Borders, LEVELS, type Level } from './borders.ts'

export interface SplitOptions {
  /** No piece measures more. One code point that measures more by itself is still a piece of its own. */
  readonly limit: number
  /** How long a text is, in characters, bytes or what a provider bills. A longer text never measures less. */
  readonly measure: (text: string) => number
  /** A smaller limit for the first piece, so that sound starts early; kept only where a sentence or clause ends. */
  readonly firstLimit?: number
}

/**
 * Parts a text into pieces to be spoken one after the other: as long as the limit allows, and parted at the end of a
 * sentence, else of a clause, else of a word. Pieces are trimmed and never empty; put together they are the whole text
 * but for white space.
 */
export function splitText(text: string, { limit, measure, firstLimit }: SplitOptions): string[] {
  const borders = new Borders(text)
  const pieces: string[] = []
  let from = text.length - text.trimStart().length
  while (from < text.length) {
    const fits = (most: number) => (end: number) => measure(text.slice(from, end).trim()) <= most
    const early = pieces.length === 0 && firstLimit !== undefined && !fits(firstLimit)(text.length)
    const end =
      (early ? furthest(borders, ['sentence', 'clause'], from, fits(firstLimit)) : undefined) ??
      furthest(borders, LEVELS, from, fits(limit)) ??
      next(borders.at('codePoint'), from)
    const piece = text.slice(from, end).trim()
    if (piece !== '') pieces.push(piece)
    from = end
  }
  return pieces
}

/** The furthest border of the best level that has one within the limit. */
function furthest(
  borders: Borders,
  levels: readonly Level[],
  from: number,
  fits: (end: number) => boolean,
): number | undefined {
  for (const level of levels) {
    const ends = borders.at(level)
    const first = firstAfter(ends, from)
    const count = countFitting((index) => first + index < ends.length && fits(ends[first + index]!))
    if (count > 0) return ends[first + count - 1]
  }
  return undefined
}

function next(ends: readonly number[], from: number): number {
  return ends[firstAfter(ends, from)]!
}

/** The index of the first of the rising numbers that is greater. */
function firstAfter(ends: readonly number[], from: number): number {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ends[middle]! > from) high = middle
    else low = middle + 1
  }
  return low
}

/** How many indices from 0 fit. Strides double before they are halved, so that no long text is measured whole. */
function countFitting(fits: (index: number) => boolean): number {
  let stride = 1
  while (fits(stride - 1)) stride *= 2
  let low = stride >>> 1
  let high = stride - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if (fits(middle)) low = middle + 1
    else high = middle
  }
  return low
}
