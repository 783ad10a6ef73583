import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Time as an argument, so that tests can turn it by hand. `now` is monotonic: an NTP step of the machine's clock must
 * neither stall nor speed up speech.
 */
export interface Clock {
  /** Milliseconds since an arbitrary moment; never decreases. */
  now(): number
  /** Milliseconds since 1970, for stored and displayed times. */
  wall(): number
  /** Resolves after `ms` milliseconds; rejects with the signal's reason if it aborts first. */
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
