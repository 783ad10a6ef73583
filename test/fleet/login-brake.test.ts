import { describe, expect, it } from 'vitest'
import { LoginBrake } from '../../src/fleet/login-brake.ts'
import type { FailedStarts } from '../../src/settings/fleet-store.ts'
import { silentLog as log } from '../support/silent-log.ts'

const HOUR = 3_600_000
const signal = new AbortController().signal

/** A clock that jumps over every sleep, and a table that survives restarts. */
function world() {
  const rows = new Map<string, { failures: number; at: number }>()
  const clock = {
    time: 0,
    now: () => clock.time,
    wall: () => clock.time,
    async sleep(ms: number) {
      clock.time += ms
    },
  }
  const starts: FailedStarts = {
    read: async (key) => rows.get(key) ?? { failures: 0, at: 0 },
    write: async (key, failures) => void rows.set(key, { failures, at: clock.time }),
  }
  return { clock, brake: () => new LoginBrake({ bot: '1', starts, clock, log }) }
}

describe('LoginBrake', () => {
  it('makes fewer than twenty logins in an hour of starts that fail at once', async () => {
    const { clock, brake } = world()
    let logins = 0
    for (; clock.time < HOUR; logins++) {
      await brake().begin(0, signal)
      // What a supervisor waits before it starts the process again.
      await clock.sleep(10_000)
    }
    expect(logins).toBeLessThanOrEqual(20)
    expect(logins).toBeGreaterThan(5)
  })

  it('does not make a process wait that failed once, or that had started well', async () => {
    const { clock, brake } = world()
    await brake().begin(0, signal)
    await brake().begin(0, signal)
    expect(clock.time).toBe(0)
    const third = brake()
    await third.begin(0, signal)
    expect(clock.time).toBeGreaterThan(0)
    await third.settle(signal)
    const before = clock.time
    await brake().begin(0, signal)
    expect(clock.time).toBe(before)
  })

  it('waits for the reset when fewer logins are left than twice the shards', async () => {
    const { clock, brake } = world()
    const limits = { shards: 4, remaining: 8, resetAfter: 500_000, maxConcurrency: 1 }
    await brake().spare(limits, 4, signal)
    expect(clock.time).toBe(0)
    await brake().spare({ ...limits, remaining: 7 }, 4, signal)
    expect(clock.time).toBe(500_000)
  })
})
