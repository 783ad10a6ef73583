import { createDashScopeEngine } from './dashscope/engine.ts'
import type { SpeechEngine } from './engine.ts'
import { levelled } from './levelled.ts'
import { createLocalEngine } from './local/engine.ts'

/** What is known about where speech may come from. */
export interface SpeechSources {
  readonly dashscope?: {
    readonly apiKey: string
    /** `singapore`, `beijing` or a base URL. */
    readonly baseUrl: string
    readonly workspace?: string
    readonly model: string
    readonly stream?: boolean
  }
}

/** The engine that speaks, all voices equally loud: DashScope when there is a key, else the local voice. */
export function openEngine({ dashscope }: SpeechSources): SpeechEngine {
  return levelled(dashscope ? createDashScopeEngine(dashscope) : createLocalEngine())
}
