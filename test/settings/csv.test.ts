import { expect, test } from 'vitest'
import { formatCsv, parseCsv } from '../../src/settings/csv.ts'
import { seededRandom } from '../support/random.ts'

const fieldsOf = (text: string) => parseCsv(text).map(({ fields }) => fields)

test.each([
  ['', []],
  [
    'a,b\r\nc,d\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a,b\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['\ufeffa,b', [['a', 'b']]],
  [
    'a,\n,b\n',
    [
      ['a', ''],
      ['', 'b'],
    ],
  ],
  ['a,', [['a', '']]],
  ['\n\r\na\n\n', [['a']]],
  ['""\n', [['']]],
  ['"a,b","say ""hi""","two\r\nlines"\n', [['a,b', 'say "hi"', 'two\r\nlines']]],
  [' a , b ', [[' a ', ' b ']]],
])('%j is %j', (text, fields) => {
  expect(fieldsOf(text)).toEqual(fields)
})

test.each([
  ['a\nb"c\n', 2],
  ['a\n"b"c\n', 2],
  ['a\n\n"b\n\n', 3],
  ['a\rb', 1],
  ['"two\nlines",x\n"', 3],
])('%j is rejected at line %i', (text, line) => {
  expect(() => parseCsv(text)).toThrow(expect.objectContaining({ code: 'settings.bad-file', params: { line } }))
})

test('a record has the number of its first line', () => {
  expect(parseCsv('a\n"b\nb\nb"\n\nc\n').map(({ line }) => line)).toEqual([1, 2, 6])
})

test('parseCsv reads what formatCsv wrote, for any text', () => {
  const random = seededRandom(7)
  const letters = ['a', ',', '"', '\n', '\r\n', ' ', 'é', '🦊', '']
  for (let n = 0; n < 500; n++) {
    const columns = 1 + Math.floor(random() * 4)
    const field = () =>
      Array.from({ length: Math.floor(random() * 5) }, () => letters[Math.floor(random() * 9)]).join('')
    const rows = Array.from({ length: Math.floor(random() * 5) }, () => Array.from({ length: columns }, field))
    expect(fieldsOf(formatCsv(rows))).toEqual(rows)
  }
})

test('parseCsv reads a field of two million letters and quotes', () => {
  const field = 'ab"c'.repeat(500_000)
  expect(fieldsOf(formatCsv([[field]]))).toEqual([[field]])
})
