import { describe, expect, it } from 'vitest'
import { Logins } from '../../src/gateway/logins.ts'

function clockAt() {
  const clock = { time: 0, now: () => clock.time, wall: () => clock.time, sleep: async () => {} }
  return clock
}

describe('Logins', () => {
  it('falls with every login, and names the rest as session_start_limit', () => {
    const logins = new Logins(clockAt(), { total: 3, maxConcurrency: 16 })
    expect(logins.take(0)).toBe('ok')
    expect(logins.limit).toEqual({ total: 3, remaining: 2, reset_after: 14_400_000, max_concurrency: 16 })
  })

  it('is used up after the last one', () => {
    const logins = new Logins(clockAt(), { remaining: 1 })
    expect([logins.take(0), logins.take(0)]).toEqual(['ok', 'used-up'])
  })

  it('refuses a bucket for five seconds when it is strict', () => {
    const clock = clockAt()
    const logins = new Logins(clock, { strict: true, maxConcurrency: 2 })
    expect([0, 1, 2].map((shard) => logins.take(shard))).toEqual(['ok', 'ok', 'too-early'])
    clock.time = 5_000
    expect(logins.take(2)).toBe('ok')
    expect(logins.all.map(({ accepted }) => accepted)).toEqual([true, true, false, true])
  })
})
