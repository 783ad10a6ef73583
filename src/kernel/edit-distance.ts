import { distance } from 'fastest-levenshtein'

export { distance as editDistance }

/** Levenshtein distance between the text typed so far and the best matching prefix of a word. */
export function prefixDistance(typed: string, word: string): number {
  let best = Number.POSITIVE_INFINITY
  for (let length = typed.length - 1; length <= typed.length + 1; length += 1) {
    best = Math.min(best, distance(typed, word.slice(0, length)))
  }
  return best
}
