import { toneOf } from '@lector/loopback-speech'
import { expect, it } from 'vitest'
import { Resumption } from '../../../src/speech/stack/resumption.ts'

const FIRST = 'The first sentence has been heard to its end. '
const SECOND = 'The second one broke off somewhere. '
const THIRD = 'The third was never begun.'
const TEXT = FIRST + SECOND + THIRD
const heard = (text: string) => toneOf(text).length

/** One that has heard this voice speak at its 20 ms a character. */
function taught(): Resumption {
  const resumption = new Resumption()
  resumption.learn(TEXT, heard(TEXT))
  return resumption
}

it('goes on with the sentence that broke off, from its beginning', () => {
  for (const cut of [1, 10, SECOND.length - 1]) {
    expect(taught().rest(TEXT, heard(FIRST + SECOND.slice(0, cut)))).toBe(SECOND + THIRD)
  }
  expect(taught().rest(TEXT, heard(FIRST.slice(0, 20)))).toBe(TEXT)
})

it('never leaves out the last sentence, even when all of its sound was there', () => {
  expect(taught().rest(TEXT, heard(TEXT))).toBe(THIRD)
  expect(taught().rest(TEXT, 100 * heard(TEXT))).toBe(THIRD)
})

it('rather repeats than leaves out while it does not know the pace', () => {
  expect(new Resumption().rest(TEXT, heard(FIRST + SECOND))).toBe(TEXT)
})

it('goes by the slowest pace it has heard, and not by short exclamations', () => {
  const resumption = taught()
  resumption.learn(TEXT, 2 * heard(TEXT))
  resumption.learn('Oh!', 48_000 * 5)
  expect(resumption.rest(TEXT, heard(TEXT))).toBe(SECOND + THIRD)
})

it('says a text of one sentence anew', () => {
  expect(taught().rest(FIRST, heard(FIRST))).toBe(FIRST)
})
