import type { SpeechNotice, Utterance } from '../../../engine.ts'
import { modelOf } from '../../../voices/models.ts'
import { findVoice, modelHasVoice } from '../../../voices/voice-catalogue.ts'
import { languageType } from '../request.ts'
import type { SessionMode, SessionSettings } from './messages.ts'

/** How to speak, without the words. */
export type Manner = Omit<Utterance, 'text'>

export interface SessionOptions {
  /** For utterances without a model and without a style that another model would follow. */
  readonly model?: string
  /** For utterances with a style whose voice this model has. */
  readonly instructModel?: string
  /** Who decides when text is spoken: the server (default), or a commit after every text. */
  readonly mode?: SessionMode
  /** Lets the provider reword the style before following it. */
  readonly optimizeInstructions?: boolean
}

export interface SessionPlan {
  readonly model: string
  readonly settings: SessionSettings
  readonly notices: readonly SpeechNotice[]
}

export const REALTIME_MODEL = 'qwen3-tts-flash-realtime'
export const REALTIME_INSTRUCT_MODEL = 'qwen3-tts-instruct-flash-realtime'

/** Which model speaks and what its session is told; `gone` are models that have turned out not to exist any more. */
export function planSession(manner: Manner, options: SessionOptions, gone: ReadonlySet<string>): SessionPlan {
  const voice = findVoice(manner.voice)?.id ?? manner.voice
  const style = manner.style?.trim() || undefined
  const model = modelOf(manner.model ?? chooseModel(voice, style, options, gone))
  const understands = new Set(model.fields)
  const controlled = understands.has('language_type')
  return {
    model: model.id,
    settings: {
      voice,
      mode: options.mode ?? 'server_commit',
      response_format: 'pcm',
      sample_rate: 24_000,
      // The first generation knows neither languages nor rates.
      ...(controlled ? { language_type: languageType(manner.language) } : {}),
      ...(controlled && manner.speed !== undefined ? { speech_rate: rateOf(manner.speed) } : {}),
      ...(style !== undefined && understands.has('instructions') ? instructionsOf(style, options) : {}),
    },
    notices:
      style === undefined || model.style
        ? []
        : [{ code: 'style-ignored', engine: 'dashscope-realtime', model: model.id }],
  }
}

function chooseModel(
  voice: string,
  style: string | undefined,
  { model = REALTIME_MODEL, instructModel = REALTIME_INSTRUCT_MODEL }: SessionOptions,
  gone: ReadonlySet<string>,
): string {
  if (style === undefined || modelOf(model).style || gone.has(instructModel)) return model
  return modelHasVoice(instructModel, voice) === false ? model : instructModel
}

function instructionsOf(style: string, { optimizeInstructions }: SessionOptions) {
  return { instructions: style, ...(optimizeInstructions ? { optimize_instructions: true } : {}) }
}

function rateOf(speed: number): number {
  return Math.min(2, Math.max(0.5, speed))
}
