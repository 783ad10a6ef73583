import { setTimeout as sleep } from 'node:timers/promises'

/** Time as an argument, so that tests can turn it by hand. */
export interface Clock {
  /** Milliseconds since an arbitrary moment; never goes back. */
  now(): number
  /** Milliseconds since 1970. */
  wall(): number
  /** Resolves after the given milliseconds; rejects with the signal's reason if it aborts first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

export const systemClock: Clock = {
  now: () => performance.now(),
  wall: () => Date.now(),
  async sleep(ms, signal) {
    await sleep(ms, undefined, signal && { signal }).catch((error) => {
      throw signal?.aborted ? signal.reason : error
    })
  },
}
