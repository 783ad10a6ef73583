import { describe, expect, it } from 'vitest'
import { type Clock, systemClock } from '../../../src/kernel/clock.ts'
import { createDeadline } from '../../../src/speech/stack/deadline.ts'

/** A clock that stands still until it is turned. */
function handClock() {
  let time = 0
  const sleepers = new Set<{ at: number; wake: () => void }>()
  const clock: Clock = {
    ...systemClock,
    now: () => time,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        const sleeper = { at: time + ms, wake: resolve }
        sleepers.add(sleeper)
        signal?.addEventListener('abort', () => {
          sleepers.delete(sleeper)
          reject(signal.reason)
        })
      }),
  }
  const turn = async (ms: number) => {
    time += ms
    for (const sleeper of sleepers) {
      if (sleeper.at > time) continue
      sleepers.delete(sleeper)
      sleeper.wake()
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { clock, turn, sleeping: () => sleepers.size }
}

describe('createDeadline', () => {
  it('aborts with a retryable timeout that names its phase', async () => {
    const { clock, turn } = handClock()
    const deadline = createDeadline('dashscope', clock, new AbortController().signal)
    deadline.start('first-audio', 100)
    await turn(99)
    expect(deadline.signal.aborted).toBe(false)
    await turn(1)
    expect(deadline.signal.reason).toMatchObject({
      code: 'speech.timeout',
      params: { engine: 'dashscope', phase: 'first-audio', ms: 100 },
      retryable: true,
    })
  })

  it('runs one deadline at a time, and none once stopped', async () => {
    const { clock, turn, sleeping } = handClock()
    const deadline = createDeadline('dashscope', clock, new AbortController().signal)
    deadline.start('first-audio', 100)
    await turn(90)
    deadline.start('stall', 50)
    expect(sleeping()).toBe(1)
    await turn(49)
    deadline.stop()
    await turn(1_000)
    expect(deadline.signal.aborted).toBe(false)
    expect(sleeping()).toBe(0)
  })

  it('aborts with the outer signal’s reason', () => {
    const outer = new AbortController()
    const deadline = createDeadline('dashscope', handClock().clock, outer.signal)
    const reason = new Error('skipped')
    outer.abort(reason)
    expect(deadline.signal.reason).toBe(reason)
  })
})
