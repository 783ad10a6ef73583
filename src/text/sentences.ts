import { Borders, LEVELS, type Level } from './borders.ts'

export interface SplitOptions {
  /** Maximum measure of a piece. A single code point that measures more is a piece of its own. */
  readonly limit: number
  /** Length of a text in characters, bytes or billed units. A longer text never measures less. */
  readonly measure: (text: string) => number
  /** Smaller limit for the first piece, so that sound starts early; applied only at the end of a sentence or clause. */
  readonly firstLimit?: number
}

/**
 * Splits a text into pieces as long as the limit allows, at the end of a sentence, else of a clause, else of a word. Pieces
 * are trimmed and never empty; joined they are the whole text but for white space.
 */
export function splitText(text: string, { limit, measure, firstLimit = limit }: SplitOptions): string[] {
  const borders = new Borders(text)
  const pieces: string[] = []
  let from = text.length - text.trimStart().length
  while (from < text.length) {
    const fits = within(text, from, limit, measure)
    const early = pieces.length === 0 && firstLimit < limit ? within(text, from, firstLimit, measure) : fits
    const end =
      furthest(borders, ['sentence', 'clause'], from, early) ??
      furthest(borders, LEVELS, from, fits) ??
      next(borders.at('codePoint'), from)
    const piece = text.slice(from, end).trim()
    if (piece !== '') pieces.push(piece)
    from = end
  }
  return pieces
}

/**
 * Tells whether the text from here to an end is within the limit. Text beyond the first stride that exceeds it is never
 * measured, so a long text is not measured whole for each piece.
 */
function within(text: string, from: number, limit: number, measure: SplitOptions['measure']): (end: number) => boolean {
  const fits = (end: number) => measure(text.slice(from, end).trim()) <= limit
  let stride = FIRST_STRIDE
  while (from + stride < text.length && fits(from + stride)) stride *= 2
  return (end) => end <= from + stride && fits(end)
}

const FIRST_STRIDE = 64

/** The furthest border within the limit, of the best level that has one. */
function furthest(
  borders: Borders,
  levels: readonly Level[],
  from: number,
  fits: (end: number) => boolean,
): number | undefined {
  for (const level of levels) {
    const ends = borders.at(level)
    const first = countUntil(ends.length, (index) => ends[index]! > from)
    const beyond = first + countUntil(ends.length - first, (index) => !fits(ends[first + index]!))
    if (beyond > first) return ends[beyond - 1]
  }
  return undefined
}

function next(ends: readonly number[], from: number): number {
  return ends[countUntil(ends.length, (index) => ends[index]! > from)]!
}

/** Number of indices before the first that matches; all following ones must match too (binary search). */
function countUntil(length: number, isSo: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isSo(middle)) high = middle
    else low = middle + 1
  }
  return low
}
