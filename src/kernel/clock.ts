import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Time as an argument, so that tests turn it by hand. `now` is monotonic: an NTP step of the machine's clock must
 * neither silence nor hurry anybody.
 */
export interface Clock {
  /** Milliseconds since an arbitrary moment; never goes back. */
  now(): number
  /** Milliseconds since 1970, for what is stored or shown. */
  wall(): number
  /** Resolves after so many milliseconds; rejects with the signal's reason when it aborts first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

export const systemClock: Clock = {
  now: () => performance.now(),
  wall: () => Date.now(),
  sleep: async (ms, signal) => {
    try {
      await sleep(ms, undefined, signal ? { signal } : undefined)
    } catch (error) {
      throw signal?.aborted ? signal.reason : error
    }
  },
}
