import { expect, it } from 'vitest'
import { countCharacters } from '../../src/speech/characters.ts'

it.each([
  ['', 0],
  ['Today is a wonderful day to build something people love!', 56],
  ['你好，world!', 11],
  ['東京タワー', 7],
  ['서울', 2],
  ['𠮷', 2],
  ['👍🏽', 2],
])('counts "%s" as DashScope bills it', (text, count) => {
  expect(countCharacters(text)).toBe(count)
})
