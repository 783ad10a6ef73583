import { describe, expect, it } from 'vitest'
import { Attempts, MAX_ATTEMPTS, retryDelay } from '../../src/call/attempts.ts'

describe('Attempts', () => {
  /** Connects and loses the connection again after `held`; the pause before each attempt. */
  function keepLosing(held: number, most: number): number[] {
    let now = 0
    const attempts = new Attempts({ now: () => now }, () => 0)
    const pauses: number[] = []
    while (pauses.length < most && !attempts.areSpent) {
      pauses.push(attempts.begin())
      attempts.connected()
      now += held
    }
    return pauses
  }

  it('are over when five connections in a row are lost at once, with growing pauses between them', () => {
    expect(keepLosing(2_999, 20)).toEqual([0, 125, 250, 500, 1_000])
  })

  it('begin anew after a connection that has held', () => {
    expect(keepLosing(3_000, 4)).toEqual([0, 0, 0, 0])
  })

  it('begin anew when somebody asks, and not before', () => {
    const attempts = new Attempts({ now: () => 0 }, () => 0)
    for (let made = 0; made < MAX_ATTEMPTS; made++) attempts.begin()
    expect(() => attempts.begin()).toThrow('no connection has held')
    attempts.reset()
    expect(attempts.begin()).toBe(0)
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
