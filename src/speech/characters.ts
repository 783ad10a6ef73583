/**
 * How many characters DashScope bills for a text, and what its limit of 600 is counted in: a Han character (also in
 * Japanese and Korean text) is two, every other code point one, spaces and punctuation included.
 */
export function countCharacters(text: string): number {
  let count = 0
  for (const character of text) count += charactersOf(character)
  return count
}

/** What one code point counts. */
export function charactersOf(character: string): 1 | 2 {
  return HAN.test(character) ? 2 : 1
}

const HAN = /^\p{Script=Han}/u
