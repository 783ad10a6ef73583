import { baseUrlOf, type Region } from '@lector/qwen-tts'
import type { EngineId } from './engine.ts'
import type { SpeechSources } from './sources.ts'
import { DEFAULT_MODEL } from './voices/models.ts'
import { priceOf } from './voices/prices.ts'

/** An engine that servers can choose. */
export interface EngineChoice {
  readonly id: EngineId
  /** The model that speaks unless another one is chosen; undefined where there are none to choose from. */
  readonly model?: string
  /** The voice that speaks in place of those that the engine does not have, where one is configured. */
  readonly voice?: string
  /** Where texts go; undefined when they stay on this machine. */
  readonly host?: string
  /** For 10,000 characters by the list; undefined when there is no list price. */
  readonly usd?: number
}

/** What is configured, in the order in which it is asked: the first speaks where nobody chose, the last costs nothing. */
export function engineChoices(sources: SpeechSources, region?: Region): readonly EngineChoice[] {
  const { standIn = {} } = sources
  return [...servicesIn(sources, region), ...servicesIn(standIn, region), { id: 'local', usd: 0 }]
}

/** The engine that speaks where this one is wished for: the first when there is no such one, or none is. */
export function choiceOf(choices: readonly EngineChoice[], wish: string | undefined): EngineChoice {
  return choices.find(({ id }) => id === wish) ?? choices[0]!
}

function servicesIn({ dashscope, openai }: SpeechSources, region: Region | undefined): EngineChoice[] {
  if (!dashscope) return openai ? [fromOpenAi(openai)] : []
  const { host } = baseUrlOf(dashscope.baseUrl, dashscope.workspace)
  const choice = (id: EngineId, model: string): EngineChoice => {
    const usd = region && priceOf(model, region)
    return { id, model, host, ...(usd !== undefined && { usd }) }
  }
  const overHttp = choice('dashscope', dashscope.realtime ? DEFAULT_MODEL : dashscope.model)
  return dashscope.realtime ? [choice('dashscope-realtime', dashscope.model), overHttp] : [overHttp]
}

function fromOpenAi({ baseUrl, model, voice }: NonNullable<SpeechSources['openai']>): EngineChoice {
  return {
    id: 'openai',
    host: new URL(baseUrl).host,
    ...(model !== undefined && { model }),
    ...(voice !== undefined && { voice }),
  }
}
