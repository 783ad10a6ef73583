import { isLanguageCode, languageOf } from '../../../kernel/languages.ts'
import type { SpokenLanguage } from '../../../kernel/spoken-languages.ts'
import type { SpeechNotice, Utterance } from '../../engine.ts'
import type { OpenAiOptions } from './options.ts'

export interface SpeechRequest {
  /** `default` when the server is to take the one it has. */
  readonly model: string
  readonly notices: readonly SpeechNotice[]
  /** JSON. */
  readonly body: string
}

/**
 * What to ask for (https://platform.openai.com/docs/api-reference/audio/createSpeech). The three words about streaming
 * together mean bare sound as it is made on every version of every server: each has at some time understood only one
 * of them, or taken one for a wish for events.
 */
export function buildRequest(utterance: Utterance, voice: string, options: OpenAiOptions): SpeechRequest {
  const { vllmOmni } = options
  const model = utterance.model ?? options.model
  const style = utterance.style?.trim() || undefined
  const follows = model === undefined || !WITHOUT_STYLE.test(model)
  const speed = utterance.speed === undefined ? 1 : Math.min(4, Math.max(0.25, utterance.speed))
  // vLLM-Omni changes the pace of finished sound alone, and refuses to stream it.
  const whole = vllmOmni !== undefined && speed !== 1
  const body = {
    ...(model === undefined ? {} : { model }),
    input: utterance.text,
    voice,
    response_format: 'pcm',
    ...(whole ? {} : { stream_format: 'audio', stream: true }),
    ...(style !== undefined && follows ? { instructions: style } : {}),
    ...(speed === 1 ? {} : { speed }),
    ...(vllmOmni ? { language: languageType(utterance.language) } : {}),
    ...(vllmOmni?.taskType ? { task_type: vllmOmni.taskType } : {}),
  }
  const notices: SpeechNotice[] =
    style !== undefined && model !== undefined && !follows ? [{ code: 'style-ignored', engine: 'openai', model }] : []
  return { model: model ?? 'default', notices, body: JSON.stringify(body) }
}

/** Qwen3-TTS knows ten languages by name. */
function languageType(language: SpokenLanguage): string {
  return isLanguageCode(language) ? languageOf(language).name : 'Auto'
}

/** Models that pass over `instructions`: OpenAI's first ones, and the small and the cloning ones of Qwen3-TTS. */
const WITHOUT_STYLE = /^tts-1(-|$)|Qwen3-TTS.*(-0\.6B-|-Base$)/i
