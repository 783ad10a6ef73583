import { hash } from 'node:crypto'
import type { ResolvedSpeech } from '../settings/resolve.ts'
import type { VoicesByEngine } from '../speech/voices/voices-by-engine.ts'

/**
 * The voice of somebody for whom nobody has chosen one: always the same for them, and most likely another one for
 * others. Undefined where there is nothing to choose from, and everybody has the voice of the settings.
 */
export function newcomerVoice(
  speaker: string,
  { voice, engine, model }: ResolvedSpeech,
  newcomerVoices: VoicesByEngine['newcomerVoices'],
): string | undefined {
  if (voice.from !== 'default') return undefined
  const voices = newcomerVoices(engine.value, model.value)
  const number = Number.parseInt(hash('sha256', speaker, 'hex').slice(0, 8), 16)
  return voices[number % voices.length]?.id
}
