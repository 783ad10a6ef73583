import { type Clock, systemClock } from '../../kernel/clock.ts'
import type { SpeechEngine } from '../engine.ts'
import { type Budget, budgeted } from './budgeted.ts'
import { byLanguage } from './by-language.ts'
import type { FairPace } from './fair-pace.ts'
import { type LongTextOptions, longText } from './long-text.ts'
import { noiseGuard } from './noise-guard.ts'
import { normalised } from './normalised.ts'
import { pace } from './pace.ts'
import { type ResilientOptions, resilient } from './resilient.ts'
import { type Stage, staged } from './staged.ts'
import { volume } from './volume.ts'

/** An engine that asks a service. */
export interface ServiceEngine {
  readonly engine: SpeechEngine
  /** What its key allows, shared by the engines of one key. */
  readonly pace?: FairPace
}

export interface Composition<Reservation> extends ResilientOptions, LongTextOptions {
  /** In the order in which they are asked. */
  readonly services: readonly ServiceEngine[]
  /** Costs nothing: speaks when no service can or may. */
  readonly free: SpeechEngine
  /** Speaks the languages that `free` cannot, English apart. */
  readonly freeOthers?: SpeechEngine | undefined
  /** Who may spend how much at the services. */
  readonly budget?: Budget<Reservation> | undefined
  /** Sees every request and event as the listener does. */
  readonly observation?: Stage | undefined
}

/**
 * The whole way of a chunk of sound, from the listener to the provider. Each line is one async generator:
 *
 * 1. `call/recording.ts` encodes to Opus. Before it asks, `call/recordings.ts` looks into the packet cache, so what is
 *    cached passes nothing below.
 * 2. Observation, then volume: both see what the listener hears. Volume applies to normalised loudness.
 * 3. Long text is split here. Each part is a request of its own, which is retried, resumed and paid for by itself, so
 *    what happens to one part does not touch those already heard.
 * 4. Resilience: the order of the engines, retries, and the sentence at which a broken speech resumes.
 * 5. One attempt, with the watchdog: the only place that times an engine.
 * 6. Pace, budget, loudness and the guard against noise, in this order. A request that waits for its turn has set nothing aside; what is set aside
 *    is asked for at once. Loudness is next to each engine, since voices of one name differ between engines.
 * 7. The engine: request, decoding and the body of the answer, usually three generators.
 */
export function composeEngine<R>(composition: Composition<R>): SpeechEngine {
  const { services, budget, observation, clock = systemClock } = composition
  const free = freeEngine(composition)
  const asked = services.map((service) => serviceEngine(service, budget, free, clock))
  const [first = free, ...others] = [...asked, free]
  const whole = longText(resilient([first, ...others], composition), composition)
  return staged(whole, observation ? [observation, volume()] : [volume()])
}

function serviceEngine<R>(
  service: ServiceEngine,
  budget: Budget<R> | undefined,
  free: SpeechEngine,
  clock: Clock,
): SpeechEngine {
  const { engine } = service
  return staged(engine, [
    ...(service.pace ? [pace(engine.id, service.pace, { clock })] : []),
    ...(budget ? [budgeted(engine.id, budget, free)] : []),
    normalised(engine.loudness),
    noiseGuard(engine.id),
  ])
}

function freeEngine<R>({ free, freeOthers }: Composition<R>): SpeechEngine {
  const english = staged(free, [normalised(free.loudness)])
  return freeOthers ? byLanguage(english, staged(freeOthers, [normalised(freeOthers.loudness)])) : english
}
