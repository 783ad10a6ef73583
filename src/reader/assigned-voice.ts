import { hash } from 'node:crypto'
import type { ResolvedSpeech } from '../settings/resolve.ts'
import type { VoicesByEngine } from '../speech/voices/voices-by-engine.ts'

/**
 * The voice of a speaker who has none chosen: derived from their id, so it stays the same and differs between people.
 * Undefined if the settings name a voice, or the engine has none to assign.
 */
export function assignedVoice(
  speaker: string,
  { voice, engine, model }: ResolvedSpeech,
  assignableVoices: VoicesByEngine['assignableVoices'],
): string | undefined {
  if (voice.from !== 'default') return undefined
  const voices = assignableVoices(engine.value, model.value)
  const number = Number.parseInt(hash('sha256', speaker, 'hex').slice(0, 8), 16)
  return voices[number % voices.length]?.id
}
