import { isLanguageCode, languageOf } from '../../../kernel/languages.ts'
import type { SpokenLanguage } from '../../../kernel/spoken-languages.ts'
import type { SpeechNotice, Utterance } from '../../engine.ts'
import { type Form, firstForm } from './form.ts'
import type { OpenAiOptions } from './options.ts'

export interface SpeechRequest {
  /** `default` when the server takes the one it has. */
  readonly model: string
  readonly notices: readonly SpeechNotice[]
  /** JSON. */
  readonly body: string
}

/**
 * What to ask for (https://platform.openai.com/docs/api-reference/audio/createSpeech). The three words about streaming
 * together mean bare sound as it is made on every version of vLLM-Omni: each has at some time understood only one of
 * them, or taken one for a request for events.
 */
export function buildRequest(
  utterance: Utterance,
  voice: string | undefined,
  options: OpenAiOptions,
  form: Form = { ...firstForm(options), format: options.format ?? 'pcm' },
): SpeechRequest {
  const { vllmOmni } = options
  const model = utterance.model ?? options.model ?? form.model
  const style = utterance.style?.trim() || undefined
  const sends = (field: Parameters<Form['without']['has']>[0]) => !form.without.has(field)
  const follows = sends('instructions') && (model === undefined || !WITHOUT_STYLE.test(model))
  const speed = utterance.speed === undefined || !sends('speed') ? 1 : Math.min(4, Math.max(0.25, utterance.speed))
  // vLLM-Omni changes the pace of finished sound alone, and refuses to stream it.
  const whole = !form.stream || (vllmOmni !== undefined && speed !== 1)
  const body = {
    ...(model === undefined ? {} : { model }),
    input: utterance.text,
    ...(voice === undefined ? {} : { voice }),
    response_format: form.format,
    ...(whole ? {} : { ...(sends('stream_format') && { stream_format: 'audio' }), stream: true }),
    ...(style !== undefined && follows ? { instructions: style } : {}),
    ...(speed === 1 ? {} : { speed }),
    ...(vllmOmni && sends('language') ? { language: languageType(utterance.language) } : {}),
    ...(vllmOmni?.taskType && sends('task_type') ? { task_type: vllmOmni.taskType } : {}),
  }
  const notices: SpeechNotice[] =
    style !== undefined && !follows ? [{ code: 'style-ignored', engine: 'openai', model: model ?? 'default' }] : []
  return { model: model ?? 'default', notices, body: JSON.stringify(body) }
}

/** Qwen3-TTS knows ten languages by name. */
function languageType(language: SpokenLanguage): string {
  return isLanguageCode(language) ? languageOf(language).name : 'Auto'
}

/** Models that pass over `instructions`: OpenAI's first ones, and the small and the cloning ones of Qwen3-TTS. */
const WITHOUT_STYLE = /^tts-1(-|$)|Qwen3-TTS.*(-0\.6B-|-Base$)/i
