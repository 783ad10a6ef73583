import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LANGUAGES, type LanguageCode } from '../../src/kernel/languages.ts'
import { spoken } from './tables.ts'

interface Pair {
  readonly line: number
  readonly written: string
  readonly said: string
}

describe.each(LANGUAGES.map(({ code }) => code))('%s', (language) => {
  for (const { line, written, said } of pairsOf(language)) {
    it(`line ${line}: ${JSON.stringify(written)} is said as ${JSON.stringify(said)}`, () => {
      expect(spoken(language, written, { pronunciations: [] })).toBe(said)
    })
  }
})

it('pairs number at least 1,200 in ten languages, half of which stay as they are', () => {
  const pairs = LANGUAGES.flatMap(({ code }) => pairsOf(code))
  const kept = pairs.filter(({ written, said }) => written === said)
  expect(pairs.length).toBeGreaterThanOrEqual(1200)
  expect(kept.length).toBeGreaterThanOrEqual(600)
  expect(kept.length / pairs.length).toBeGreaterThan(0.45)
})

it('no pair is listed twice in a language', () => {
  for (const { code } of LANGUAGES) {
    const written = pairsOf(code).map((pair) => pair.written)
    expect(written.filter((text, at) => written.indexOf(text) !== at)).toEqual([])
  }
})

/**
 * `= text` stays as it is, `text => speech` is said otherwise, `#` begins a heading. `\n` is a line break. A message of
 * which nothing is said is "empty".
 */
function pairsOf(language: LanguageCode): Pair[] {
  const file = readFileSync(new URL(`pairs/${language}.txt`, import.meta.url), 'utf8')
  return file.split('\n').flatMap((row, index) => {
    if (row === '' || row.startsWith('# ')) return []
    const text = row.replaceAll('\\n', '\n')
    const [written, said] = text.startsWith('= ') ? [text.slice(2), text.slice(2)] : text.split(' => ')
    if (written === undefined || said === undefined) throw new Error(`${language}.txt:${index + 1} is no pair: ${row}`)
    return [{ line: index + 1, written, said }]
  })
}
