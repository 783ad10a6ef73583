import { expect, it } from 'vitest'
import { backoff } from '../../src/kernel/backoff.ts'

const OPTIONS = { first: 100, longest: 1_000 }

it('backoff doubles each wait up to the longest', () => {
  expect([1, 2, 3, 4, 5, 60].map((retry) => backoff(retry, OPTIONS))).toEqual([100, 200, 400, 800, 1_000, 1_000])
})

it('backoff spreads waits over their upper half', () => {
  expect(backoff(2, OPTIONS, 0)).toBe(100)
  expect(backoff(2, OPTIONS, 0.5)).toBe(150)
})
