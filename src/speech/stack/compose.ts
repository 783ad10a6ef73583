import { type Clock, systemClock } from '../../kernel/clock.ts'
import type { SpeechEngine } from '../engine.ts'
import { atVolume } from './at-volume.ts'
import { type Budget, budgeted } from './budgeted.ts'
import { byLanguage } from './by-language.ts'
import type { FairPace } from './fair-pace.ts'
import { levelled } from './levelled.ts'
import { type LongTextOptions, longText } from './long-text.ts'
import { paced } from './paced.ts'
import { type ResilientOptions, resilient } from './resilient.ts'

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
  /** Speaks the languages that `free` does not. */
  readonly freeOthers?: SpeechEngine | undefined
  /** Who may spend how much at the services. */
  readonly budget?: Budget<Reservation> | undefined
}

/**
 * One engine of all there are, from the outside to the inside:
 *
 * - The volume first: it is chosen for what has been brought to one loudness.
 * - Then long text. A part of it is a request of its own, which is retried, resumed and paid for by itself, so what
 *   happens to one part does not touch those that were heard.
 * - Then resilience, over all engines. What is inside of it happens once for every attempt.
 * - Pace and budget follow in this order: who waits has set nothing aside, and what is set aside is asked for at once.
 * - Loudness normalisation is next to each engine, since a voice of one name is not as loud in all of them.
 */
export function composeEngine<R>({ services, budget, ...composition }: Composition<R>): SpeechEngine {
  const { clock = systemClock, freeOthers } = composition
  const english = levelled(composition.free)
  const free = freeOthers ? byLanguage(english, levelled(freeOthers)) : english
  const asked = services.map(({ engine, pace }) => atPace(withinBudget(levelled(engine), budget, free), pace, clock))
  const [first = free, ...others] = [...asked, free]
  return atVolume(longText(resilient([first, ...others], composition), composition))
}

function withinBudget<R>(engine: SpeechEngine, budget: Budget<R> | undefined, free: SpeechEngine): SpeechEngine {
  return budget ? budgeted(engine, budget, free) : engine
}

function atPace(engine: SpeechEngine, pace: FairPace | undefined, clock: Clock): SpeechEngine {
  return pace ? paced(engine, pace, { clock }) : engine
}
