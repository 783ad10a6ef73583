import { expect, it } from 'vitest'
import { retryDelay } from '../../../src/speech/stack/retry.ts'

const options = { attempts: 5, first: 100, longest: 1_000 }

it('doubles the wait up to the longest, in the upper half of each', () => {
  expect([1, 2, 3, 4, 5, 9].map((attempt) => retryDelay(attempt, 0, undefined, options))).toEqual([
    50, 100, 200, 400, 500, 500,
  ])
  expect([1, 2, 3].map((attempt) => retryDelay(attempt, 0.5, undefined, options))).toEqual([75, 150, 300])
  expect(retryDelay(9, 0.999_999, undefined, options)).toBeLessThan(1_000)
})

it('waits as long as the provider asks, unless that is longer than anybody listens', () => {
  expect(retryDelay(1, 0, 700, options)).toBe(700)
  expect(retryDelay(1, 0, 10, options)).toBe(50)
  expect(retryDelay(1, 0, 1_000, options)).toBe(1_000)
  expect(retryDelay(1, 0, 1_001, options)).toBeUndefined()
})
