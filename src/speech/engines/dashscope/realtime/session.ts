import type { SessionSettings } from '@lector/qwen-tts'
import type { Utterance } from '../../../engine.ts'
import { modelOf } from '../models.ts'
import type { Plan } from '../plan.ts'

export const REALTIME_MODEL = 'qwen3-tts-flash-realtime'
export const REALTIME_INSTRUCT_MODEL = 'qwen3-tts-instruct-flash-realtime'

/** What a session is told about an utterance. */
export function settingsOf(
  { model, voice, languageType, instructions }: Plan,
  speed?: Utterance['speed'],
): SessionSettings {
  // The first generation knows neither languages nor rates.
  const controlled = modelOf(model).fields.includes('language_type')
  return {
    voice,
    ...(languageType !== undefined && { languageType }),
    ...(controlled && speed !== undefined && { speechRate: Math.min(2, Math.max(0.5, speed)) }),
    ...(instructions !== undefined && { instructions }),
  }
}
