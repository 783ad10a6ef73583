import { hash } from 'node:crypto'
import type { SpokenLanguage } from '../kernel/spoken-languages.ts'
import type { ResolvedSpeech } from '../settings/resolve.ts'
import type { VoicesByEngine } from '../speech/voices/voices-by-engine.ts'

/**
 * The voice assigned to a member who has not chosen one: always the same in a language, and most likely not that of
 * other members. Undefined if the member or the server chose a voice, or if the engine has not told its voices.
 */
export function assignedVoice(
  member: string,
  { voice, engine, model }: ResolvedSpeech,
  assignableVoices: VoicesByEngine['assignableVoices'],
  language: SpokenLanguage = 'auto',
): string | undefined {
  if (voice.from !== 'default') return undefined
  const voices = assignableVoices(engine.value, model.value, language)
  const number = Number.parseInt(hash('sha256', member, 'hex').slice(0, 8), 16)
  return voices[number % voices.length]?.id
}
