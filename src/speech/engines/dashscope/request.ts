import { LectorError } from '../../../kernel/errors.ts'
import { isLanguageCode, languageOf } from '../../../kernel/languages.ts'
import type { SpokenLanguage } from '../../../kernel/spoken-languages.ts'
import { countCharacters } from '../../characters.ts'
import type { SpeechNotice, Utterance } from '../../engine.ts'
import { DEFAULT_MODEL, INSTRUCT_MODEL, modelOf } from '../../voices/models.ts'
import { findVoice, modelHasVoice } from '../../voices/voice-catalogue.ts'

export interface RequestSettings {
  /** For utterances without a model and without a style that another model would follow. */
  readonly model?: string
  /** For utterances with a style whose voice this model has. */
  readonly instructModel?: string
  /** Models that the provider has turned out not to have any more: not chosen unless asked for by name. */
  readonly gone?: ReadonlySet<string>
  /** The official SDKs put `instructions` into `parameters`, the HTTP reference into `input`. */
  readonly instructionsIn?: 'input' | 'parameters'
  /** Lets the provider reword the style before following it. */
  readonly optimizeInstructions?: boolean
  /** The longest text of one request in characters as billed; otherwise the model's own limit. */
  readonly textLimit?: number
}

export interface SpeechRequest {
  readonly model: string
  readonly notices: readonly SpeechNotice[]
  /** JSON. */
  readonly body: string
}

/**
 * What to ask DashScope for an utterance. DashScope ignores fields it does not know with HTTP 200, so a body holds
 * only what its model understands, and the person learns from a notice what was left out.
 */
export function buildRequest(utterance: Utterance, settings: RequestSettings = {}): SpeechRequest {
  const { text } = utterance
  const voice = findVoice(utterance.voice)?.id ?? utterance.voice
  const style = utterance.style?.trim() || undefined
  const model = modelOf(utterance.model ?? chooseModel(voice, style, settings))

  const limit = settings.textLimit ?? model.limit
  const length = countCharacters(text)
  if (length > limit) {
    throw new LectorError(
      'speech.text-too-long',
      { engine: 'dashscope', limit },
      `Cannot speak ${length} characters with model "${model.id}": its limit is ${limit}`,
    )
  }

  const understands = new Set(model.fields)
  const instructions =
    style !== undefined && understands.has('instructions')
      ? { instructions: style, ...(settings.optimizeInstructions ? { optimize_instructions: true } : {}) }
      : {}
  const inInput = settings.instructionsIn !== 'parameters'
  const body = {
    model: model.id,
    input: {
      text,
      voice,
      ...(understands.has('language_type') ? { language_type: languageType(utterance.language) } : {}),
      ...(inInput ? instructions : {}),
    },
    // Sent even when empty: the provider's error list knows a refusal for its absence.
    parameters: inInput ? {} : instructions,
  }
  const notices: SpeechNotice[] =
    style !== undefined && !model.style ? [{ code: 'style-ignored', engine: 'dashscope', model: model.id }] : []
  return { model: model.id, notices, body: JSON.stringify(body) }
}

/** The headers of a call, in the order of the official SDK. */
export function buildHeaders(apiKey: string, stream: boolean, workspace?: string): Record<string, string> {
  return {
    accept: stream ? 'text/event-stream' : 'application/json; charset=utf-8',
    authorization: `Bearer ${apiKey}`,
    'content-type': 'application/json; charset=utf-8',
    ...(stream ? { 'x-accel-buffering': 'no', 'x-dashscope-sse': 'enable' } : {}),
    ...(workspace ? { 'x-dashscope-workspace': workspace } : {}),
  }
}

function chooseModel(voice: string, style: string | undefined, settings: RequestSettings): string {
  const { model = DEFAULT_MODEL, instructModel = INSTRUCT_MODEL, gone } = settings
  if (style === undefined || modelOf(model).style || gone?.has(instructModel)) return model
  return modelHasVoice(instructModel, voice) === false ? model : instructModel
}

/** `English`, …, or `Auto`, also for a language that the models are not made for. */
export function languageType(language: SpokenLanguage): string {
  return isLanguageCode(language) ? languageOf(language).name : 'Auto'
}
