import { describe, expect, it } from 'vitest'
import { systemClock } from '../../src/kernel/clock.ts'

describe('systemClock.sleep', () => {
  it('rejects with the reason of the signal', async () => {
    const reason = new TypeError('somebody left')
    const abort = new AbortController()
    const slept = systemClock.sleep(60_000, abort.signal)
    abort.abort(reason)
    await expect(slept).rejects.toBe(reason)
    await expect(systemClock.sleep(60_000, abort.signal)).rejects.toBe(reason)
  })

  it('resolves with and without a signal, and not before its time', async () => {
    const start = systemClock.now()
    await systemClock.sleep(5)
    await systemClock.sleep(5, new AbortController().signal)
    // Node's timers count whole milliseconds of their own clock.
    expect(systemClock.now() - start).toBeGreaterThan(8)
  })
})
