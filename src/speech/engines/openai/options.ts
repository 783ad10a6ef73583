import type { Clock } from '../../../kernel/clock.ts'
import type { Deadlines } from '../../http/listening.ts'

/** A server that speaks like OpenAI's `/v1/audio/speech`: OpenAI itself, vLLM-Omni, and many others. */
export interface OpenAiOptions {
  /** With or without its `/v1`: `https://api.openai.com/v1`, `http://127.0.0.1:8091`. */
  readonly baseUrl: string
  /** Left out for servers that ask for none. */
  readonly apiKey?: string
  /** OpenAI wants one (`gpt-4o-mini-tts`); a server with a single model does not. */
  readonly model?: string
  /** Speaks in place of voices that the server does not have; without it, they fail. */
  readonly voice?: string
  /**
   * Set for a vLLM-Omni server: it is told the language, and this task of Qwen3-TTS if there are several
   * (https://github.com/vllm-project/vllm-omni/blob/main/docs/serving/speech_api.md). Others refuse such fields.
   */
  readonly vllmOmni?: { readonly taskType?: 'CustomVoice' | 'VoiceDesign' | 'Base' }
  readonly deadlines?: Partial<Deadlines>
  readonly clock?: Clock
}

/** Where `/v1/…` begins. */
export function rootOf(baseUrl: string): URL {
  const url = new URL(baseUrl)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new TypeError(`Cannot use a speech server with protocol "${url.protocol}"`)
  }
  url.pathname = url.pathname.replace(/(\/v1)?\/*$/, '/')
  url.search = ''
  url.hash = ''
  return url
}
