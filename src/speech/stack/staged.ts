import { isLectorError } from '../../kernel/errors.ts'
import type { SpeechEngine, SpeechEvent, Utterance } from '../engine.ts'

/**
 * One concern of a request, such as its budget or its loudness. Stages share one generator, so a stage costs a chunk of
 * sound one function call.
 */
export interface Stage {
  /** Runs before the engine is asked. It may wait, and what it throws is thrown instead of asking. */
  enter(utterance: Utterance, signal: AbortSignal): Visit | Promise<Visit>
  /** Runs after the engine was closed. */
  close?(): Promise<void>
}

/** What a stage does with one request. */
export interface Visit {
  /** What the engine is asked in place of the utterance. */
  readonly utterance?: Utterance
  /** Events to pass on in place of the engine's; stages after this one are not entered. */
  readonly instead?: AsyncIterable<SpeechEvent>
  /** What becomes of an event. */
  pass?(event: SpeechEvent): readonly SpeechEvent[]
  /** What is still to be heard before a failure is thrown. Not called if the listener has left. */
  fail?(error: unknown): readonly SpeechEvent[]
  /** Called once, however the request ended. */
  leave?(): void
}

/** An engine behind stages. Requests enter the first stage first; events come to the first stage last. */
export function staged(engine: SpeechEngine, stages: readonly Stage[]): SpeechEngine {
  if (stages.length === 0) return engine

  async function* speak(utterance: Utterance, signal: AbortSignal): AsyncGenerator<SpeechEvent> {
    signal.throwIfAborted()
    const visits: Visit[] = []
    try {
      let asked = utterance
      let source: AsyncIterable<SpeechEvent> | undefined
      for (const stage of stages) {
        const visit = await stage.enter(asked, signal)
        visits.unshift(visit)
        asked = visit.utterance ?? asked
        source = visit.instead
        if (source) break
      }
      for await (const event of source ?? engine.speak(asked, signal)) yield* passed([event], visits)
    } catch (error) {
      if (!isLeft(signal)) {
        for (const [index, visit] of visits.entries()) {
          yield* passed(visit.fail?.(error) ?? [], visits.slice(index + 1))
        }
      }
      throw error
    } finally {
      for (const visit of visits) visit.leave?.()
    }
  }

  return delegateTo(engine, speak, async () => {
    await engine.close()
    for (const stage of stages) await stage.close?.()
  })
}

/** An engine with another `speak`, and the same otherwise. */
export function delegateTo(
  delegate: SpeechEngine,
  speak: SpeechEngine['speak'],
  close: SpeechEngine['close'] = () => delegate.close(),
): SpeechEngine {
  return {
    id: delegate.id,
    voices: (engine) => delegate.voices(engine),
    speak,
    ...(delegate.limits && { limits: (utterance) => delegate.limits!(utterance) }),
    ...(delegate.warm && { warm: () => delegate.warm!() }),
    close,
  }
}

/** Whether the listener has left; a watchdog aborts with an error of its own. */
function isLeft({ aborted, reason }: AbortSignal): boolean {
  return aborted && !isLectorError(reason)
}

function passed(events: readonly SpeechEvent[], visits: readonly Visit[]): readonly SpeechEvent[] {
  let passing = events
  for (const visit of visits) if (visit.pass) passing = passing.flatMap((event) => visit.pass!(event))
  return passing
}
