/** Levenshtein's distance: how many letters must be added, taken away or changed to make one word the other. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const substitution = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(substitution, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[b.length]!
}

/**
 * The same between what has been typed so far and the beginning of a word, whose end is not typed yet: no more letters
 * of the word count than it takes.
 */
export function prefixDistance(typed: string, word: string): number {
  let best = Number.POSITIVE_INFINITY
  for (let length = typed.length - 1; length <= typed.length + 1; length += 1) {
    best = Math.min(best, editDistance(typed, word.slice(0, length)))
  }
  return best
}
