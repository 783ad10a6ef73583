import { type Clock, systemClock } from '../../kernel/clock.ts'
import { LectorError } from '../../kernel/errors.ts'
import type { SpeechEngine, SpeechEvent, Utterance } from '../engine.ts'
import type { FairPace } from './fair-pace.ts'
import { wrapped } from './wrapped.ts'

export interface PacedOptions {
  /** Milliseconds after which waiting has no use any more: 5 s. */
  readonly longest?: number
  readonly clock?: Clock
}

/**
 * Makes no more requests than the provider allows; engines with the same key share one pace. Who waits too long fails
 * with `speech.rate-limited`, which is not retryable: to wait again is to wait for longer.
 */
export function paced(engine: SpeechEngine, pace: FairPace, options: PacedOptions = {}): SpeechEngine {
  const { longest = 5_000, clock = systemClock } = options

  async function* speak(utterance: Utterance, signal: AbortSignal): AsyncGenerator<SpeechEvent> {
    const served = new AbortController()
    const late = new AbortController()
    clock.sleep(longest, served.signal).then(
      () => late.abort(tooMany(engine, longest)),
      () => {},
    )
    try {
      await pace.turn(utterance.origin ?? '', AbortSignal.any([signal, late.signal]))
    } finally {
      served.abort()
    }
    yield* engine.speak(utterance, signal)
  }

  return wrapped(engine, speak)
}

function tooMany({ id }: SpeechEngine, ms: number): LectorError {
  return new LectorError('speech.rate-limited', { engine: id }, `No request to engine "${id}" was free within ${ms} ms`)
}
