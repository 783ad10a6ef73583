import { describe, expect, it } from 'vitest'
import type { Pronunciation } from '../../src/text/pronunciation.ts'
import { compileDictionary } from '../../src/text/pronunciations.ts'
import { spoken } from './tables.ts'

const entry = (written: string, spoken: string, kind: Pronunciation['kind'] = 'word'): Pronunciation => ({
  written,
  spoken,
  kind,
  matchCase: false,
})

const say = (text: string, ...entries: Pronunciation[]) =>
  spoken('en', text, { pronunciations: [compileDictionary(entries)] })

describe('a dictionary', () => {
  it('takes whole words only, whatever signs they hold', () => {
    expect(say('cat cats concat .net a.net (cat)', entry('cat', 'CAT'), entry('.net', 'dot net'))).toBe(
      'CAT cats concat dot net adot net (CAT)',
    )
  })

  it('takes words as they are, not as patterns', () => {
    expect(say('a.c abc a+ $1', entry('a.c', 'yes'), entry('$1', 'dollar'))).toBe('yes abc a+ dollar')
  })

  it('finds words in scripts without spaces', () => {
    expect(say('我爱北京天安门', entry('北京', 'Běijīng'))).toBe('我爱Běijīng天安门')
  })

  it('does not speak what it has answered through itself again', () => {
    expect(say('a b', entry('a', 'b'), entry('b', 'a'))).toBe('b a')
    expect(say('a', entry('a', 'b'), entry('b', 'c', 'pattern'))).toBe('b')
  })

  it('cannot reach into held phrases', () => {
    expect(say('||x|| see https://example.org', entry('.+', 'gone', 'pattern'))).toBe(
      'spoiler gone link to example.org',
    )
    expect(say('||x||', entry('spoiler', 'secret'))).toBe('spoiler')
  })

  it('finds letters inside longer words, and the longest of what begins at the same place', () => {
    const entries = [entry('cat', 'feline', 'letters'), entry('concat', 'join'), entry('cat flap', 'door', 'letters')]
    expect(say('Cat concat concats cat flap', ...entries)).toBe('feline join confelines door')
  })

  it('takes the case of letters as it is asked to, and leaves the others where they were', () => {
    expect(say('İ ΣΑΣ Xq xq', { ...entry('xq', 'game'), matchCase: true }, entry('σασ', 'greek'))).toBe(
      'İ greek Xq game',
    )
  })

  it('needs no pattern for words and letters, however they are made', () => {
    const entries = Array.from({ length: 500 }, (_, n) =>
      entry(`${'a'.repeat(99)}${String.fromCodePoint(0x4e00 + n)}`, 'x', 'letters'),
    )
    for (const last of ['\u4e00', '\u4ff3']) expect(say(`${'a'.repeat(99)}${last}`, ...entries)).toBe('x')
    expect(say('aaa', entry('a', 'b', 'letters'))).toBe('bbb')
  })

  it.each(['(', 'a{9999}', '((a{50}){50}){50}', '(?<=a)b', '(a)\\1', 'x'.repeat(300)])(
    'leaves out the pattern %j, which cannot be compiled or is too large',
    (pattern) => expect(compileDictionary([entry(pattern, 'x', 'pattern')])).toEqual([]),
  )

  it('leaves out the patterns for which there is no room any more', () => {
    const evil = Array.from({ length: 100 }, (_, n) => entry(`(?:.?){36}[^\\x00-\\x{${n + 100}}]`, '', 'pattern'))
    // Each has a size of 75, and a small one fits in behind the last.
    expect(compileDictionary(evil)).toHaveLength(8)
    expect(compileDictionary([...evil, entry('a', 'b')])).toHaveLength(9)
  })

  it('ignores matches of nothing', () => {
    expect(say('bab', entry('a*', 'x', 'pattern'))).toBe('bxb')
  })

  it('cannot smuggle in the characters that steps use among themselves', () => {
    expect(say('a ||s||', entry('a', '\u{F0000}b\u{F0001}'))).toBe('b spoiler')
  })
})

it('a pattern that would backtrack for ages elsewhere takes linear time', () => {
  const before = process.cpuUsage()
  expect(say(`${'a'.repeat(4000)}!`, entry('(a+)+$', 'x', 'pattern'), entry('(a|aa)+b', 'y', 'pattern'))).not.toBe('')
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(2000)
})
