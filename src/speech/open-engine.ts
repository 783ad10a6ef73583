import type { SpeechEngine, Utterance } from './engine.ts'
import { choiceOf, engineChoices } from './engine-choices.ts'
import { createDashScopeEngine } from './engines/dashscope/engine.ts'
import { createRealtimeEngine } from './engines/dashscope/realtime/engine.ts'
import { createEspeakEngine } from './engines/espeak/engine.ts'
import { createLocalEngine } from './engines/local/engine.ts'
import { createOpenAiEngine } from './engines/openai/engine.ts'
import type { SpeechSources } from './sources.ts'
import type { Budget } from './stack/budgeted.ts'
import { composeEngine, type ServiceEngine } from './stack/compose.ts'
import { FairPace, paceOf } from './stack/fair-pace.ts'
import { modelOf } from './voices/models.ts'

export interface OpenEngineOptions<Reservation> {
  /** Who may spend how much at a service; without it, nobody counts. */
  readonly budget?: Budget<Reservation>
}

/** The engine that speaks, come what may: the service, and the local voice where there is none or it cannot. */
export function openEngine<R>(sources: SpeechSources, { budget }: OpenEngineOptions<R> = {}): SpeechEngine {
  const services = [...servicesOf(sources), ...servicesOf(sources.standIn ?? {})]
  const freeOthers = sources.espeak && createEspeakEngine(sources.espeak)
  return composeEngine({ services, free: createLocalEngine(), freeOthers, budget, ...mannerOf(sources) })
}

function servicesOf({ dashscope, openai }: SpeechSources): ServiceEngine[] {
  if (!dashscope) return openai ? [{ engine: createOpenAiEngine(openai) }] : []
  const pace = new FairPace(paceOf(dashscope.model))
  if (!dashscope.realtime) return [{ engine: createDashScopeEngine(dashscope), pace }]
  // The same key speaks over HTTP as well, where networks let no WebSocket through.
  const { model: _, ...overHttp } = dashscope
  return [
    { engine: createRealtimeEngine(dashscope), pace },
    { engine: createDashScopeEngine(overHttp), pace },
  ]
}

/** How the engines are to be asked. */
function mannerOf(sources: SpeechSources) {
  const choices = engineChoices(sources)
  const limitOf = ({ engine, model }: Utterance) => {
    const chosen = choiceOf(choices, engine)
    if (chosen.id === 'openai') return OPENAI_LIMIT
    return chosen.model === undefined ? Number.POSITIVE_INFINITY : modelOf(model ?? chosen.model).limit
  }
  // A whole file takes as long to make as it is long.
  return sources.dashscope?.stream === false ? { limitOf, firstLimit: 100, patience: 60_000 } : { limitOf }
}

/** What OpenAI's API accepts as `input`; other servers of its kind accept more. */
const OPENAI_LIMIT = 4_096
