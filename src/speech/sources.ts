import type { Espeak } from './engines/espeak/espeak.ts'

/** Where speech comes from: a service, or the machine itself. */
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
  /** Another service, for when that one cannot. */
  readonly standIn?: Pick<SpeechSources, 'dashscope' | 'openai'>
  /** Speaks what the local voice cannot. */
  readonly espeak?: Espeak | undefined
}
