import type { Clock } from '../../kernel/clock.ts'
import { type ErrorParams, LectorError } from '../../kernel/errors.ts'
import type { EngineId } from '../engine.ts'

export type SpeechPhase = ErrorParams['speech.timeout']['phase']

export interface Deadline {
  /** Aborts with the outer signal's reason, or with a `speech.timeout` once the running deadline has passed. */
  readonly signal: AbortSignal
  /** Starts a deadline in place of the running one. */
  start(phase: SpeechPhase, ms: number): void
  /** While the listener takes its time, nobody hurries the other side. */
  stop(): void
}

/** One deadline at a time over the phases of a request. Call `stop` when the request is over. */
export function createDeadline(engine: EngineId, clock: Clock, outer: AbortSignal): Deadline {
  const expired = new AbortController()
  let running: AbortController | undefined
  return {
    signal: AbortSignal.any([outer, expired.signal]),
    start(phase, ms) {
      running?.abort()
      running = new AbortController()
      clock.sleep(ms, running.signal).then(
        () => expired.abort(timeoutOf(engine, phase, ms)),
        () => {},
      )
    },
    stop() {
      running?.abort()
      running = undefined
    },
  }
}

export function timeoutOf(
  engine: EngineId,
  phase: SpeechPhase,
  ms: number,
  cause?: unknown,
): LectorError<'speech.timeout'> {
  const message = `Engine "${engine}" was silent for ${ms} ms (${phase})`
  return new LectorError('speech.timeout', { engine, phase, ms }, message, { retryable: true, cause })
}
