import type { SpokenLanguage } from '../../kernel/spoken-languages.ts'
import type { Voice } from '../engine.ts'
import { findVoice, nearestVoices } from './voice-catalogue.ts'

/**
 * The voice to speak with in place of one that an engine does not have: one that speaks the language, of the same
 * gender, in the same dialect, in this order of importance; the engine's first among equals. A misspelt name counts as
 * the voice that it looks like.
 */
export function nearestVoice(name: string, language: SpokenLanguage, voices: readonly Voice[]): Voice | undefined {
  const wanted = findVoice(name) ?? nearestVoices(name, 1)[0]
  const near = wanted?.id === name ? undefined : voices.find(({ id }) => id === wanted?.id)
  if (near) return near
  const score = (voice: Voice) =>
    (language === 'auto' || voice.languages.includes(language) ? 4 : 0) +
    (voice.gender === wanted?.gender ? 2 : 0) +
    (voice.dialect === wanted?.dialect ? 1 : 0)
  return voices.filter(({ id }) => id !== name).sort((a, b) => score(b) - score(a))[0]
}
