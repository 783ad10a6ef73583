import type { LanguageType } from '@lector/qwen-tts'
import { isLanguageCode, languageOf } from '../../../kernel/languages.ts'
import type { SpeechNotice, Utterance } from '../../engine.ts'
import { findVoice } from '../../voices/voice-catalogue.ts'
import { modelOf } from './models.ts'
import { modelHasVoice } from './voice-sets.ts'

export interface PlanSettings {
  readonly engine: DashScopeEngineId
  /** For utterances without a model and without a style that another model would follow. */
  readonly model: string
  /** For utterances with a style whose voice this model has. */
  readonly instructModel: string
  /** Models that DashScope no longer has: not chosen unless requested by name. */
  readonly gone: ReadonlySet<string>
}

export type DashScopeEngineId = 'dashscope' | 'dashscope-realtime'

/** Who speaks an utterance, and how. */
export interface Plan {
  readonly model: string
  readonly voice: string
  /** Undefined for models of the first generation, which take no language. */
  readonly languageType?: LanguageType
  /** The style, for models that follow one. */
  readonly instructions?: string
  /** The longest text of one request, as `countCharacters` counts. */
  readonly limit: number
  readonly notices: readonly SpeechNotice[]
}

/**
 * Chooses the model for an utterance. DashScope ignores fields it does not know with HTTP 200, so a plan has only what
 * its model understands, and a notice says what was left out.
 */
export function planSpeech(utterance: Omit<Utterance, 'text'>, settings: PlanSettings): Plan {
  const voice = findVoice(utterance.voice)?.id ?? utterance.voice
  const style = utterance.style?.trim() || undefined
  const model = modelOf(utterance.model ?? chooseModel(voice, style, settings))
  const understands = new Set(model.fields)
  return {
    model: model.id,
    voice,
    ...(understands.has('language_type') && { languageType: languageTypeOf(utterance.language) }),
    ...(style !== undefined && understands.has('instructions') && { instructions: style }),
    limit: model.limit,
    notices:
      style === undefined || model.style ? [] : [{ code: 'style-ignored', engine: settings.engine, model: model.id }],
  }
}

function chooseModel(voice: string, style: string | undefined, settings: PlanSettings): string {
  const { model, instructModel, gone } = settings
  if (style === undefined || modelOf(model).style || gone.has(instructModel)) return model
  return modelHasVoice(instructModel, voice) === false ? model : instructModel
}

/** `English`, …, or `Auto`, also for a language that the models are not made for. */
function languageTypeOf(language: Utterance['language']): LanguageType {
  return isLanguageCode(language) ? languageOf(language).name : 'Auto'
}
