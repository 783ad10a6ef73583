import { distance as editDistance } from 'fastest-levenshtein'

/** For a name that there is not: the one that was probably meant, else all that there are. */
export function hint(name: string, known: Iterable<string>): string {
  const names = [...known]
  const distance = (other: string) => editDistance(name.toLowerCase(), other.toLowerCase())
  const [nearest] = names.toSorted((one, other) => distance(one) - distance(other))
  if (nearest === undefined) return 'There is none.'
  if (distance(nearest) <= Math.max(1, name.length / LETTERS_PER_SLIP)) return `Did you mean "${nearest}"?`
  return `There is ${names.map((one) => `"${one}"`).join(', ')}.`
}

/** So many letters may hold one slip before a name counts as another one. */
const LETTERS_PER_SLIP = 3
