import { distance } from 'fastest-levenshtein'

export { distance as editDistance }

/** Levenshtein distance between the text typed so far and the best matching prefix of a word. */
export function prefixDistance(typed: string, word: string): number {
  // At least this many letters are too many; people paste paragraphs, and the exact figure would cost seconds.
  if (typed.length > 2 * word.length + 3) return typed.length - word.length
  let best = Number.POSITIVE_INFINITY
  for (let length = typed.length - 1; length <= typed.length + 1; length += 1) {
    best = Math.min(best, distance(typed, word.slice(0, length)))
  }
  return best
}
