import { expect, it } from 'vitest'
import { HourlyAllowance } from '../../src/settings/hourly-allowance.ts'

it('an allowance is refused when it is used up, comes back steadily, and is one for each person', () => {
  let now = 0
  const allowance = new HourlyAllowance(1_000, { now: () => now })
  expect([allowance.take('mia', 600), allowance.take('mia', 400), allowance.take('mia', 1)]).toEqual([
    true,
    true,
    false,
  ])
  expect(allowance.take('tom', 1_000)).toBe(true)
  now += 6 * 60_000
  expect([allowance.take('mia', 101), allowance.take('mia', 100)]).toEqual([false, true])
  now += 60 * 60_000
  expect(allowance.take('mia', 1_000)).toBe(true)
})
