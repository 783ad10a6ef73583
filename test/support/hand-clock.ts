import { type Clock, systemClock } from '../../src/kernel/clock.ts'

export interface HandClock extends Clock {
  /** Lets so much time pass, waking sleepers in their order, and everything that follows from each happen. */
  turn(ms: number): Promise<void>
  /** KeyedQueue on from sleeper to sleeper until this has settled. */
  until<T>(promise: Promise<T>): Promise<T>
  readonly sleeping: number
}

/** A clock that stands still until it is turned. */
export function handClock(): HandClock {
  let time = 0
  const sleepers = new Set<{ readonly at: number; readonly wake: () => void }>()
  const settle = async () => {
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve))
  }
  const turn = async (ms: number) => {
    const end = time + ms
    await settle()
    for (;;) {
      const next = [...sleepers].sort((a, b) => a.at - b.at)[0]
      if (!next || next.at > end) break
      time = next.at
      sleepers.delete(next)
      next.wake()
      await settle()
    }
    time = end
  }
  return {
    ...systemClock,
    now: () => time,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason)
        const sleeper = { at: time + ms, wake: resolve }
        sleepers.add(sleeper)
        signal?.addEventListener('abort', () => {
          sleepers.delete(sleeper)
          reject(signal.reason)
        })
      }),
    turn,
    async until(promise) {
      let settled = false
      promise.finally(() => (settled = true)).catch(() => {})
      for (let turns = 0; !settled && turns < 10_000; turns++) {
        await settle()
        const next = Math.min(...[...sleepers].map(({ at }) => at))
        if (!settled && Number.isFinite(next)) await turn(next - time)
      }
      return promise
    },
    get sleeping() {
      return sleepers.size
    },
  }
}
