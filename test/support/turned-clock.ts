import { setImmediate as realTurn } from 'node:timers/promises'
import { vi } from 'vitest'
import type { Clock } from '../../src/kernel/clock.ts'

/**
 * Time that a test turns by hand: timers and `performance` are vitest's, so this is for files that call
 * `vi.useFakeTimers({ toFake: TURNED })`. Promises and WebAssembly go on as ever.
 */
export const TURNED = ['setTimeout', 'clearTimeout', 'performance', 'Date'] as const

export const turnedClock: Clock = {
  now: () => performance.now(),
  wall: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason)
      const timer = setTimeout(resolve, ms)
      signal?.addEventListener('abort', () => {
        clearTimeout(timer)
        reject(signal.reason)
      })
    }),
}

/** Lets all that waits for nothing but a turn of the event loop go on. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await realTurn()
}

/** KeyedQueue the clock, a frame at a time, and lets everything that follows from each happen. */
export async function pass(ms: number): Promise<void> {
  await settled()
  for (let left = ms; left > 0; left -= 20) {
    vi.advanceTimersByTime(Math.min(20, left))
    await settled()
  }
}
