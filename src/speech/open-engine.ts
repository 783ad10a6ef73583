import type { SpeechEngine, Utterance } from './engine.ts'
import type { ConfiguredEngine } from './engine-description.ts'
import { engineFor } from './engine-for.ts'
import { createEspeakEngine } from './engines/espeak/engine.ts'
import type { Espeak } from './engines/espeak/espeak.ts'
import type { Budget } from './stack/budgeted.ts'
import { composeEngine, type ServiceEngine } from './stack/compose.ts'
import { FairPace } from './stack/fair-pace.ts'
import type { Stage } from './stack/staged.ts'

export interface OpenEngineOptions<Reservation> {
  /** Who may spend how much at a service; without it, nobody counts. */
  readonly budget?: Budget<Reservation>
  /** Speaks what the free engine cannot. */
  readonly espeak?: Espeak | undefined
  readonly observation?: Stage
}

/** One engine out of all that are configured; the free one among them speaks if no service can. */
export function openEngine<R>(
  configured: readonly ConfiguredEngine[],
  { budget, espeak, observation }: OpenEngineOptions<R> = {},
): SpeechEngine {
  const free = configured.find((engine) => engine.free)
  if (!free) throw new TypeError('Cannot open engines without a free one')
  const limitOf = ({ engine, model }: Utterance) => engineFor(configured, engine).limitOf(model)
  return composeEngine({
    services: servicesOf(configured.filter((engine) => !engine.free)),
    free: free.open(),
    freeOthers: espeak && createEspeakEngine(espeak),
    budget,
    observation,
    limitOf,
  })
}

function servicesOf(configured: readonly ConfiguredEngine[]): ServiceEngine[] {
  const paces = new Map<string, FairPace>()
  return configured.map(({ pace, open }) => {
    if (!pace) return { engine: open() }
    const shared = paces.get(pace.account) ?? new FairPace(pace.limits)
    paces.set(pace.account, shared)
    return { engine: open(), pace: shared }
  })
}
