import { describe, expect, it } from 'vitest'
import type { LanguageCode } from '../../src/kernel/languages.ts'
import type { SpeakContext } from '../../src/text/context.ts'
import type { Pronunciation } from '../../src/text/pronunciation.ts'
import { compileDictionary } from '../../src/text/pronunciations.ts'
import { spoken } from './tables.ts'

type Word = readonly [written: string, said: string, kind?: Pronunciation['kind']]

function say(text: string, words: readonly Word[], language: LanguageCode = 'en', wishes: Partial<SpeakContext> = {}) {
  const entries = words.map(([written, spoken, kind = 'word']) => ({ written, spoken, kind, matchCase: false }))
  return spoken(language, text, { ...wishes, pronunciations: [compileDictionary(entries)] })
}

describe('what the dictionary says comes before every other rule', () => {
  it.each<[string, string, Word]>([
    ['I got 500 XP', 'I got 500 experience', ['XP', 'experience']],
    ['dead 💀 lol', 'dead skull emoji lol', ['💀', 'skull emoji']],
    ['wow💀wow', 'wow dead wow', ['💀', 'dead']],
    ['❤ and ❤️', 'love and love', ['❤️', 'love']],
    ['👍🏽 ok', 'yes ok', ['👍', 'yes']],
    ['👨‍👩‍👧 here', 'family man, woman, girl here', ['👨', 'a man']],
    ['hi :)', 'hi smile', [':)', 'smile']],
    ['thanks:) bye', 'thanks smile bye', [':)', 'smile']],
    ['(^ω^) hi', 'niko hi', ['(^ω^)', 'niko']],
    ['(´・ω・`) hi', 'sad hi', ['(´・ω・`)', 'sad']],
    ['¯\\_(ツ)_/¯ hm', 'shrug hm', ['¯\\_(ツ)_/¯', 'shrug']],
    ['hello <:kek:1> there', 'hello laughing there', ['kek', 'laughing']],
    ['hello <:kek:1> there', 'hello laughing there', [':kek:', 'laughing']],
    ['<a:kek:1>', 'laughing', [':kek:', 'laughing']],
    ['a :partyBlob: b', 'a blob b', [':partyblob:', 'blob']],
    ['really?', 'really question mark', ['?', 'question mark']],
    ['wait...', 'wait dot dot dot', ['...', 'dot dot dot']],
    ['a+b', 'a plus b', ['+', 'plus']],
    ['5€', '5 euros', ['€', 'euros']],
    ['C# rocks', 'see sharp rocks', ['C#', 'see sharp']],
    ['brb', 'back soon', ['brb', 'back soon']],
    ['ｗｏｗ', 'amazing', ['wow', 'amazing']],
    ['wow', 'amazing', ['ｗｏｗ', 'amazing']],
    ['𝔀𝓸𝔀', 'amazing', ['wow', 'amazing']],
    ['ﾜﾛﾀ', 'haha', ['ワロタ', 'haha']],
    ['x_x', 'dead', ['x_x', 'dead']],
    ['*wow*', 'amazing', ['wow', 'amazing']],
    ['2**3', '2 to the power of 3', ['**', 'to the power of']],
    ['😂', 'empty', ['😂', '']],
  ])('%j is said as %j', (text, expected, word) => {
    expect(say(text, [word])).toBe(expected)
  })

  it('also where emoji are silent or counted', () => {
    expect(say('💀 😂', [['💀', 'dead']], 'en', { emoji: 'silent' })).toBe('dead')
    expect(say('💀 😂 😂', [['💀', 'dead']], 'en', { emoji: 'count' })).toBe('dead 2 emojis')
    expect(say('<:kek:1> hi', [['kek', 'laughing']], 'en', { emoji: 'silent' })).toBe('laughing hi')
  })

  it('but never inside a spoiler, code, a mention or the address of a link', () => {
    expect(say('||XP|| `let x = XP;` <@1> https://example.org/XP', [['XP', 'no']])).toBe(
      'spoiler, code, Mia, link to example.org',
    )
  })
})

describe('shorthand that is switched off', () => {
  it.each<[LanguageCode, string]>([
    ['en', 'brb, idk'],
    ['ja', 'すごいwww'],
    ['ko', 'ㅋㅋㅋ ㄱㅅ'],
    ['zh', '我好难过5555'],
  ])('is said as it is written in %s: %s', (language, text) => {
    expect(say(text, [], language, { expandShorthand: false })).toBe(text)
  })
})
