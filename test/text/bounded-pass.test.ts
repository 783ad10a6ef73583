import { beforeEach, expect, it } from 'vitest'
import { boundedPass, restartPatternTime } from '../../src/text/bounded-pass.ts'
import type { Pass } from '../../src/text/pronunciation.ts'

beforeEach(restartPatternTime)

/** Finds every "needle". */
const needles: Pass = (text, hold) =>
  text.replaceAll('needle', (found, at: number) => hold('pin', at, at + found.length))

it('boundedPass gives offsets in the whole text, however it is cut into pieces', () => {
  const text = `needle ${'hay '.repeat(300)}needle ${'hay '.repeat(300)}needle`
  const offsets: string[] = []
  boundedPass(needles, () => 0)(text, (spoken, from, to) => {
    offsets.push(text.slice(from, to))
    return spoken
  })
  expect(offsets).toEqual(['needle', 'needle', 'needle'])
})

it('boundedPass leaves the text as it is once its time is spent', () => {
  let time = 0
  const slow: Pass = (text, hold) => {
    time += 100
    return needles(text, hold)
  }
  const text = `needle ${'hay '.repeat(300)}needle`
  expect(boundedPass(slow, () => time)(text, (spoken) => spoken)).toBe(`pin ${'hay '.repeat(300)}needle`)
})
