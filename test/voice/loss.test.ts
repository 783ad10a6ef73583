import { describe, expect, it } from 'vitest'
import { isFinal, MAX_ATTEMPTS, retryDelay } from '../../src/voice/loss.ts'

describe('isFinal', () => {
  it.each([4004, 4011, 4012, 4016, 4017, 4020, 4021])('gives up after close code %i', (code) => {
    expect(isFinal({ kind: 'closed', code })).toBe(true)
  })

  it.each([1000, 1006, 4006, 4009, 4014, 4015, 4022])('comes back after close code %i', (code) => {
    expect(isFinal({ kind: 'closed', code })).toBe(false)
  })

  it('gives up when it was sent away, not when the connection broke', () => {
    expect([isFinal({ kind: 'removed' }), isFinal({ kind: 'broken' })]).toEqual([true, false])
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
