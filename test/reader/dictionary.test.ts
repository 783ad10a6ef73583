import { expect, it } from 'vitest'
import { dictionaryOf } from '../../src/reader/dictionary.ts'
import type { Word } from '../../src/settings/types.ts'

const WORD: Word = { kind: 'literal', pattern: 'cat', replacement: 'dog', wholeWord: true, matchCase: false }

function spoken(text: string, ...words: readonly Partial<Word>[]): string {
  const dictionary = dictionaryOf(words.map((word) => ({ ...WORD, ...word })))
  return dictionary.reduce((said, pass) => pass(said, (replacement) => replacement), text)
}

it.each([
  ['a word alone', 'Cat, concat', {}, 'dog, concat'],
  ['letters anywhere', 'Cat, concat', { wholeWord: false }, 'dog, condog'],
  ['signs that mean something in patterns', 'C++ and a.b', { pattern: 'c++', wholeWord: false }, 'dog and a.b'],
  ['the case, where it matters', 'cat CAT', { pattern: 'CAT', matchCase: true }, 'cat dog'],
  [
    'a pattern',
    'v12 and v3',
    { kind: 'regex', pattern: 'v(\\d+)', replacement: 'version $1' },
    'version 12 and version 3',
  ],
  ['a pattern that is a whole word', 'ab abc', { kind: 'regex', pattern: 'ab|x' }, 'dog abc'],
  ['a pattern inside words', 'ab abc', { kind: 'regex', pattern: 'ab', wholeWord: false }, 'dog dogc'],
] as const)('finds %s', (_, text, word, expected) => {
  expect(spoken(text, word)).toBe(expected)
})

it('is compiled once for each list of words', () => {
  const words = [WORD]
  expect(dictionaryOf(words)).toBe(dictionaryOf(words))
  expect(dictionaryOf([WORD])).not.toBe(dictionaryOf(words))
})
