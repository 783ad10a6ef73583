import { describe, expect, it } from 'vitest'
import { compileDictionary, isPattern, type Pronunciation } from '../../src/text/pronunciations.ts'
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

  it('leaves patterns out that cannot be compiled or are too big', () => {
    expect(say('abc', entry('(', 'x', 'pattern'), entry('((a{50}){50}){50}', 'x', 'pattern'))).toBe('abc')
  })

  it('ignores matches of nothing', () => {
    expect(say('bab', entry('a*', 'x', 'pattern'))).toBe('bxb')
  })

  it('cannot smuggle in the characters that steps use among themselves', () => {
    expect(say('a ||s||', entry('a', '\u{F0000}b\u{F0001}'))).toBe('b spoiler')
  })
})

it('a pattern is checked before it is saved', () => {
  expect(['a+', '(\\d+)%', '[[:alpha:]]x', '\\p{L}{2}'].map(isPattern)).toEqual([true, true, true, true])
  expect(['', '(', 'a{9999}', '(?<=a)b', '(a)\\1', 'x'.repeat(300)].map(isPattern)).toEqual(Array(6).fill(false))
})

it('a pattern that would backtrack for ages elsewhere takes linear time', () => {
  const before = process.cpuUsage()
  expect(say(`${'a'.repeat(4000)}!`, entry('(a+)+$', 'x', 'pattern'), entry('(a|aa)+b', 'y', 'pattern'))).not.toBe('')
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(2000)
})
