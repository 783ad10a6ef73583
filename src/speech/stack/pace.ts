import { type Clock, systemClock } from '../../kernel/clock.ts'
import { LectorError } from '../../kernel/errors.ts'
import type { FairPace } from './fair-pace.ts'
import type { Stage } from './staged.ts'

export interface PaceOptions {
  /** Milliseconds after which a request is no longer worth waiting for: 5 s. */
  readonly longest?: number
  readonly clock?: Clock
}

/**
 * Makes no more requests than the provider allows; engines with the same key share one pace. A request that waits too
 * long fails with `speech.rate-limited`, which is not retryable: another wait would be even longer.
 */
export function pace(engine: string, pace: FairPace, options: PaceOptions = {}): Stage {
  const { longest = 5_000, clock = systemClock } = options
  return {
    async enter({ guildId = '' }, signal) {
      const served = new AbortController()
      const late = new AbortController()
      clock.sleep(longest, served.signal).then(
        () => late.abort(tooMany(engine, longest)),
        () => {},
      )
      try {
        await pace.turn(guildId, AbortSignal.any([signal, late.signal]))
      } finally {
        served.abort()
      }
      return {}
    },
  }
}

function tooMany(engine: string, ms: number): LectorError {
  return new LectorError('speech.rate-limited', { engine }, `Engine "${engine}" allowed no request within ${ms} ms`)
}
