import { expect, it } from 'vitest'
import { LANGUAGES } from '../../src/kernel/languages.ts'
import { everydayText } from './everyday.ts'
import { seeded } from './random.ts'
import { spoken } from './tables.ts'

const TEXTS = 5000

it('five thousand texts of everyday chat lose no letter and no digit', { timeout: 60_000 }, () => {
  const random = seeded(23)
  const lost: string[] = []
  for (let round = 0; round < TEXTS; round++) {
    const { code } = random.of(LANGUAGES)
    const text = everydayText(random, code)
    const said = spoken(code, text, { pronunciations: [], limit: 2000 })
    if (letters(said) !== letters(text)) lost.push(`${code}: ${text} -> ${said}`)
  }
  expect(lost).toEqual([])
})

function letters(text: string): string {
  return (text.normalize('NFKC').match(/[\p{L}\p{N}]/gu) ?? []).join('')
}
