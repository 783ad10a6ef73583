import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Words } from '../page/words.ts'

const folder = join(import.meta.dirname, '../page/public/scripts/words')
const offered = readFileSync(join(folder, '../language.js'), 'utf8')
const codes = [...offered.matchAll(/\{ code: '(\w+)'/g)].map(([, code]) => code!)
const catalogues = new Map<string, Words>()
for (const code of codes) catalogues.set(code, (await import(join(folder, `${code}.js`))).words)
const english = phrases(catalogues.get('en')!)

describe('what the page says', () => {
  it('is there in every language that the page offers, and in no other', () => {
    const files = readdirSync(folder).filter((file) => file !== 'counted.js')
    expect(files.sort()).toEqual(codes.map((code) => `${code}.js`).sort())
  })

  it.each(codes)('is complete in %s', (code) => {
    const there = phrases(catalogues.get(code)!)
    expect([...there.keys()].sort()).toEqual([...english.keys()].sort())
    expect([...there].filter(([, phrase]) => sample(phrase).trim() === '').map(([key]) => key)).toEqual([])
  })

  it.each(codes)('keeps in %s what has to be filled in', (code) => {
    const forgotten = [...phrases(catalogues.get(code)!)].flatMap(([key, phrase]) => {
      const wanted = valuesIn(sample(english.get(key)!))
      return wanted.every((value) => valuesIn(sample(phrase)).includes(value)) ? [] : [`${key}: ${sample(phrase)}`]
    })
    expect(forgotten).toEqual([])
  })

  it.each(codes.filter((code) => code !== 'en'))('is translated in %s', (code) => {
    const same = [...phrases(catalogues.get(code)!)].filter(([key, phrase]) => {
      const inEnglish = sample(english.get(key)!)
      return sample(phrase) === inEnglish && /\w{4,} \w{4,}/.test(inEnglish)
    })
    expect(same.map(([key]) => key)).toEqual([])
  })
})

type Phrase = string | ((...values: (string | number)[]) => string)

/** Every phrase by its place. */
function phrases(words: object, above = ''): Map<string, Phrase> {
  const entries = Object.entries(words).flatMap(([key, value]): [string, Phrase][] =>
    typeof value === 'object' ? [...phrases(value, `${above}${key}.`)] : [[`${above}${key}`, value]],
  )
  return new Map(entries)
}

/** Filled in with numbers that no sentence holds by itself; names and times may be numbers too. */
function sample(phrase: Phrase): string {
  return typeof phrase === 'string' ? phrase : phrase(VALUES[0]!, VALUES[1]!)
}

const VALUES = [731, 842]

function valuesIn(text: string): string[] {
  return VALUES.map(String).filter((value) => text.includes(value))
}
