import { toneOf } from '@lector/loopback-speech'
import { describe, expect, it } from 'vitest'
import { Resumption } from '../../../src/speech/stack/resumption.ts'

const FIRST = 'The first sentence has been heard to its end. '
const SECOND = 'The second one broke off somewhere. '
const THIRD = 'The third was never begun.'
const TEXT = FIRST + SECOND + THIRD
const VOICE = 'dashscope Cherry'
const heard = (text: string) => toneOf(text).length

/** One that has heard this voice speak at its 20 ms a character. */
function taught(): Resumption {
  const resumption = new Resumption()
  resumption.learn(VOICE, TEXT, heard(TEXT))
  return resumption
}

it('goes on with the sentence that broke off, from its beginning', () => {
  for (const cut of [1, 10, SECOND.length - 1]) {
    expect(taught().rest(VOICE, TEXT, heard(FIRST + SECOND.slice(0, cut)))).toBe(SECOND + THIRD)
  }
  expect(taught().rest(VOICE, TEXT, heard(FIRST.slice(0, 20)))).toBe(TEXT)
})

it('never leaves out the last sentence, even when all of its sound was there', () => {
  expect(taught().rest(VOICE, TEXT, heard(TEXT))).toBe(THIRD)
  expect(taught().rest(VOICE, TEXT, 100 * heard(TEXT))).toBe(THIRD)
})

it('rather repeats than leaves out while it does not know the pace', () => {
  expect(new Resumption().rest(VOICE, TEXT, heard(FIRST + SECOND))).toBe(TEXT)
})

it('goes by the slowest pace it has heard, and not by short exclamations', () => {
  const resumption = taught()
  resumption.learn(VOICE, TEXT, 2 * heard(TEXT))
  resumption.learn(VOICE, 'Oh!', 48_000 * 5)
  expect(resumption.rest(VOICE, TEXT, heard(TEXT))).toBe(SECOND + THIRD)
})

it('says a text of one sentence anew', () => {
  expect(taught().rest(VOICE, FIRST, heard(FIRST))).toBe(FIRST)
})

describe('isWhole', () => {
  it('a speech as long as the text at the pace of this voice only lacks its end mark', () => {
    expect(taught().isWhole(VOICE, TEXT, heard(TEXT))).toBe(true)
    expect(taught().isWhole(VOICE, TEXT, heard(TEXT.slice(0, -12)))).toBe(true)
    expect(taught().isWhole(VOICE, TEXT, heard(FIRST + SECOND))).toBe(false)
  })

  it('every voice has a pace of its own', () => {
    expect(taught().isWhole('dashscope Ethan', TEXT, heard(TEXT))).toBe(false)
  })

  it('a second of a long text is missed, a sentence of it is not', () => {
    const long = TEXT.repeat(5)
    const resumption = new Resumption()
    resumption.learn(VOICE, long, heard(long))
    expect(resumption.isWhole(VOICE, long, heard(long.slice(0, -14)))).toBe(true)
    expect(resumption.isWhole(VOICE, long, heard(long.slice(0, -THIRD.length)))).toBe(false)
  })

  it('a voice that was never heard is taken for a fast one', () => {
    const bytesOf = (ms: number) => ms * 48
    const sentence = 'Nobody has heard this voice before.'
    expect(new Resumption().isWhole(VOICE, sentence, bytesOf(54 * sentence.length))).toBe(true)
    expect(new Resumption().isWhole(VOICE, sentence, bytesOf(40 * sentence.length))).toBe(false)
  })
})
