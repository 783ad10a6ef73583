import { describe, expect, it } from 'vitest'
import { checkWords } from '../../src/settings/check-word.ts'
import type { Word } from '../../src/settings/types.ts'
import { parseWords } from '../../src/settings/words-format.ts'
import { longestTurn } from '../support/longest-turn.ts'

/** Audio leaves every 20 ms from the same thread; the first turns also compile the code itself. */
const LONGEST_MS = 20

const regex = (pattern: string): Word => ({
  kind: 'regex',
  pattern,
  replacement: 'x',
  wholeWord: true,
  matchCase: false,
})

describe('a file of words', () => {
  it('with more words than a list holds is refused before its patterns are compiled', async () => {
    const lines = Array.from({ length: 8_000 }, (_, index) => `regex,(a|b)+${index}[x-z]{9},y`)
    const text = ['kind,pattern,replacement', ...lines].join('\n')
    expect(text.length).toBeGreaterThan(200_000)
    await parseWords('pattern,replacement\na,b', 'csv')
    const turn = await longestTurn(async () => {
      await expect(parseWords(text, 'csv', 500)).rejects.toMatchObject({ code: 'settings.too-many' })
    })
    expect(turn).toBeLessThan(100)
  })

  it('with as many patterns as fit is checked in slices', async () => {
    const lines = Array.from({ length: 500 }, (_, index) => `regex,wor[dt]+${index}(s|es)?,y`)
    const text = ['kind,pattern,replacement', ...lines].join('\n')
    await parseWords(text, 'csv')
    expect(await longestTurn(() => parseWords(text, 'csv', 500))).toBeLessThan(LONGEST_MS)
  })
})

describe('a list of words', () => {
  it('with patterns that are too large together is checked in slices', async () => {
    const words = Array.from({ length: 500 }, (_, index) => regex(`wor[dt]+${index}(s|es)?`))
    const check = () =>
      expect(checkWords({ guild: '1' }, words)).rejects.toMatchObject({ code: 'settings.patterns-too-large' })
    await check()
    expect(await longestTurn(check)).toBeLessThan(LONGEST_MS)
  })

  it.each(['\\pL{999}', '(\\pL{99}){99}', '((a{100}){100}){100}'])(
    'refuses %s without compiling it',
    async (pattern) => {
      const check = () =>
        expect(checkWords({ guild: '1' }, [regex(pattern)])).rejects.toMatchObject({ code: 'settings.bad-pattern' })
      await check()
      expect(await longestTurn(check)).toBeLessThan(5)
    },
  )
})
