import { createDashScopeEngine } from './dashscope/engine.ts'
import { createRealtimeEngine } from './dashscope/realtime/engine.ts'
import type { SpeechEngine } from './engine.ts'
import { levelled } from './levelled.ts'
import { createLocalEngine } from './local/engine.ts'
import { createOpenAiEngine } from './openai/engine.ts'

/** Where speech comes from: one service at most, or the machine itself. */
export interface SpeechSources {
  readonly dashscope?: {
    readonly apiKey: string
    /** `singapore`, `beijing` or a base URL. */
    readonly baseUrl: string
    readonly workspace?: string
    readonly model: string
    readonly stream?: boolean
    /** True for the WebSocket, whose model has another id. */
    readonly realtime?: boolean
  }
  readonly openai?: {
    readonly baseUrl: string
    readonly apiKey?: string
    readonly model?: string
    readonly voice?: string
    readonly vllmOmni?: object
  }
}

/** The engine that speaks, all voices equally loud: without a service, the local voice. */
export function openEngine(sources: SpeechSources): SpeechEngine {
  return levelled(createEngine(sources))
}

function createEngine({ dashscope, openai }: SpeechSources): SpeechEngine {
  if (dashscope) return dashscope.realtime ? createRealtimeEngine(dashscope) : createDashScopeEngine(dashscope)
  return openai ? createOpenAiEngine(openai) : createLocalEngine()
}
