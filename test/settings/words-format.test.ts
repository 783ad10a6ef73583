import { expect, test } from 'vitest'
import type { Word } from '../../src/settings/types.ts'
import { formatWords, parseWords } from '../../src/settings/words-format.ts'

const words: Word[] = [
  { kind: 'literal', pattern: 'brb', replacement: 'be right back, "soon"', wholeWord: true, matchCase: false },
  { kind: 'regex', pattern: '(ha){3,}', replacement: '', wholeWord: false, matchCase: true },
  { kind: 'literal', pattern: '、,"', replacement: '=1+1', wholeWord: false, matchCase: false },
]

test.each(['csv', 'json'] as const)('parseWords reads what formatWords wrote as %s', async (format) => {
  expect(await parseWords(formatWords(words, format), format)).toEqual(words)
  expect(await parseWords(formatWords([], format), format)).toEqual([])
})

test('a table needs only patterns and replacements, in any order, as spreadsheets write it', async () => {
  const plain = { kind: 'literal', pattern: 'gg', replacement: 'good game', wholeWord: true, matchCase: false }
  expect(await parseWords('\ufeffReplacement, Pattern \r\ngood game,gg\r\n', 'csv')).toEqual([plain])
  expect(await parseWords('pattern,replacement,match_case,whole_word\ngg,good game,TRUE,\n', 'csv')).toEqual([
    { ...plain, matchCase: true },
  ])
  expect(await parseWords('[{"pattern":"gg","replacement":"good game","comment":1}]', 'json')).toEqual([plain])
})

test('spaces around a pattern are ignored', async () => {
  for (const [text, format] of [
    ['pattern,replacement\n\tbrb ,be right back\n', 'csv'],
    ['[{"pattern":" brb\u3000","replacement":"be right back"}]', 'json'],
  ] as const) {
    expect(await parseWords(text, format)).toMatchObject([{ pattern: 'brb', replacement: 'be right back' }])
  }
})

test.each([
  ['csv', 'pattern,replacement\ngg,good game\n  ,nothing', 3],
  ['json', '[{"pattern":" ","replacement":"nothing"}]', 1],
  ['csv', 'word,meaning\ngg,good game', 1],
  ['csv', 'pattern,replacement\n\ngg,good game\n,nothing', 4],
  ['csv', 'pattern,replacement\ngg,good,game', 2],
  ['csv', 'pattern\ngg', 2],
  ['csv', 'pattern,replacement,match_case\ngg,good game,maybe', 2],
  ['csv', 'pattern,replacement,kind\na,b,literal\n(a,b,regex', 3],
  ['json', '{"pattern":"gg"}', 1],
  ['json', '[{"pattern":"gg","replacement":"x"},7]', 2],
  ['json', '[{"pattern":"gg","replacement":"x"},{"pattern":"gg","replacement":7}]', 2],
  ['json', '[{"pattern":"gg","replacement":"x","kind":null}]', 1],
  ['json', 'pattern', 1],
] as const)('%s %j is rejected at %i', async (format, text, line) => {
  await expect(parseWords(text, format)).rejects.toThrow(
    expect.objectContaining({
      code: 'settings.bad-file',
      params: { line },
      message: expect.not.stringContaining('gg'),
    }),
  )
})

test.each(['(', '(?=x)', '(a)\\1', 'a*', '^', '\\pL{999}', '((a{100}){100})', '\\Qa'])(
  'the pattern %j is rejected',
  async (pattern) => {
    const text = JSON.stringify([{ kind: 'regex', pattern, replacement: '' }])
    await expect(parseWords(text, 'json')).rejects.toThrow(
      expect.objectContaining({ cause: expect.objectContaining({ code: 'settings.bad-pattern' }) }),
    )
    expect(await parseWords(JSON.stringify([{ kind: 'literal', pattern, replacement: '' }]), 'json')).toHaveLength(1)
  },
)

test.each(['(ha){3,}', '(?i)lol+', '\\bhttps?://\\S+', 'ｗ+$', 'x'.repeat(100)])(
  'the pattern %j is accepted',
  async (pattern) => {
    expect(await parseWords(JSON.stringify([{ kind: 'regex', pattern, replacement: '' }]), 'json')).toHaveLength(1)
  },
)
