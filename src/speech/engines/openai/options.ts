import type { Clock } from '../../../kernel/clock.ts'
import type { SpokenCode } from '../../../kernel/spoken-languages.ts'

/** A server that speaks like OpenAI's `/v1/audio/speech`: OpenAI itself, vLLM-Omni, and many others. */
export interface OpenAiOptions {
  /** With or without its `/v1`: `https://api.openai.com/v1`, `http://127.0.0.1:8091`. May hold user and password. */
  readonly baseUrl: string
  /** Left out for servers that ask for none. */
  readonly apiKey?: string
  /** OpenAI wants one (`gpt-4o-mini-tts`); a server with a single model does not. */
  readonly model?: string
  /** Speaks in place of voices that the server does not have; without it, they fail. */
  readonly voice?: string
  /** What to ask for, if the server should not be asked for what it can. */
  readonly format?: SoundFormat
  /** The rate of bare PCM, in hertz, if the server does not tell it. */
  readonly rate?: number
  /** Milliseconds until the first sound; by default 10 s once the server has streamed, and 60 s otherwise. */
  readonly timeout?: number
  /** The languages of voices whose names do not tell. */
  readonly languages?: ReadonlyMap<string, readonly SpokenCode[]>
  /**
   * Set for a vLLM-Omni server: it is told the language, and this task of Qwen3-TTS if there are several
   * (https://github.com/vllm-project/vllm-omni/blob/main/docs/serving/speech_api.md). Others refuse such fields.
   */
  readonly vllmOmni?: { readonly taskType?: 'CustomVoice' | 'VoiceDesign' | 'Base' }
  /** Milliseconds until a connection stands, TLS included: 5 s. */
  readonly connectTimeout?: number
  readonly clock?: Clock
}

export type SoundFormat = 'pcm' | 'wav' | 'mp3'
