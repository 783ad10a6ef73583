import { describe, expect, it } from 'vitest'
import { Attempts, MAX_ATTEMPTS, retryDelay } from '../../src/call/attempts.ts'

describe('Attempts', () => {
  /** Connects and loses the connection again after `held`; the pause before each attempt. */
  function keepLosing(held: number, most: number): number[] {
    let now = 0
    const attempts = new Attempts({ now: () => now }, () => 0)
    const pauses: number[] = []
    attempts.recover()
    while (pauses.length < most && !attempts.areSpent) {
      pauses.push(attempts.begin())
      attempts.connected()
      now += held
      attempts.recover()
    }
    return pauses
  }

  it('end when five connections in a row are lost at once, with growing pauses between them', () => {
    expect(keepLosing(2_999, 20)).toEqual([0, 125, 250, 500, 1_000])
  })

  it('start again after a connection that held', () => {
    expect(keepLosing(3_000, 4)).toEqual([0, 0, 0, 0])
  })

  it('start again when somebody asks, and not before', () => {
    const attempts = new Attempts({ now: () => 0 }, () => 0)
    for (let made = 0; made < MAX_ATTEMPTS; made++) attempts.begin()
    expect(() => attempts.begin()).toThrow('no connection held in 5 attempts')
    attempts.reset()
    expect(attempts.begin()).toBe(0)
  })

  it('of a join end after eight seconds, so that the caller is answered within ten', () => {
    let now = 0
    const attempts = new Attempts({ now: () => now }, () => 0)
    attempts.reset()
    attempts.begin()
    now = 7_999
    expect(attempts.areSpent).toBe(false)
    now = 8_000
    expect(attempts.areSpent).toBe(true)
  })

  it('of a recovery go on for two minutes, however many fail', () => {
    let now = 0
    const attempts = new Attempts({ now: () => now }, () => 0.5)
    attempts.recover()
    let made = 0
    for (; !attempts.areSpent; made++) now += attempts.begin()
    expect(now).toBeGreaterThanOrEqual(120_000)
    expect(now).toBeLessThan(130_000)
    expect(made).toBeGreaterThan(15)
  })
})

describe('retryDelay', () => {
  const attempts = Array.from({ length: MAX_ATTEMPTS - 1 }, (_, index) => index + 2)

  it('doubles with each attempt, spread over its later half', () => {
    expect(attempts.map((attempt) => retryDelay(attempt, 0))).toEqual([125, 250, 500, 1_000])
    expect(attempts.map((attempt) => retryDelay(attempt, 0.5))).toEqual([187.5, 375, 750, 1_500])
  })

  it('never exceeds ten seconds', () => {
    expect(retryDelay(50, 0.999)).toBeLessThanOrEqual(10_000)
  })
})
