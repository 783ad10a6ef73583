import type { SpokenLanguage } from '../../kernel/spoken-languages.ts'
import type { Voice } from '../engine.ts'
import { findVoice, nearestVoices } from './voice-catalogue.ts'

/**
 * The one place that decides which voice speaks in place of another. In this order:
 *
 * 1. The voice itself in another spelling (`ono_anna` is `Ono Anna`).
 * 2. The voice that the host configured for this engine (`fallback`), if it speaks the language.
 * 3. The voice that a misspelt name looks like.
 * 4. A voice that speaks the language, then of the same gender, then in the same dialect; the engine's first among
 *    equals.
 *
 * Who asks: the settings, for the voice where nobody chose one (`voices-by-engine.ts`); an engine whose voices are
 * known, before it sends a request; and `resilient.ts`, after a provider refused a voice, and for a voice that does not
 * speak the language of a text. The local voice and eSpeak NG take every name of the catalogue and replace none.
 *
 * @returns undefined if there is no other voice
 */
export function replacementFor(
  name: string,
  language: SpokenLanguage,
  voices: readonly Voice[],
  fallback?: string,
): string | undefined {
  const same = findVoice(name, voices)
  if (same && same.id !== name) return same.id
  const configured = fallback === undefined || fallback === name ? undefined : findVoice(fallback, voices)
  if (configured && speaks(configured, language)) return configured.id
  const wanted = findVoice(name) ?? nearestVoices(name, 1)[0]
  const near = wanted?.id === name ? undefined : voices.find(({ id }) => id === wanted?.id)
  if (near) return near.id
  const score = (voice: Voice) =>
    (speaks(voice, language) ? 4 : 0) +
    (voice.gender === wanted?.gender ? 2 : 0) +
    (voice.dialect === wanted?.dialect ? 1 : 0)
  return voices.filter(({ id }) => id !== name).toSorted((a, b) => score(b) - score(a))[0]?.id
}

/**
 * The voice for a text in a language that the given voice does not speak; undefined if it speaks the language, if that
 * is unknown, or if no other voice does.
 */
export function voiceForLanguage(
  name: string,
  language: SpokenLanguage,
  voices: readonly Voice[],
  fallback?: string,
): string | undefined {
  if (language === 'auto') return undefined
  const voice = findVoice(name, voices)
  if (!voice || speaks(voice, language)) return undefined
  const able = voices.filter((other) => speaks(other, language))
  if (able.length === 0) return undefined
  const configured = fallback === undefined ? undefined : findVoice(fallback, able)
  return (configured ?? able.find(({ gender }) => gender === voice.gender) ?? able[0])?.id
}

/** Whether a voice speaks a language; every voice speaks `auto`. */
export function speaks({ languages }: Voice, language: SpokenLanguage): boolean {
  return language === 'auto' || languages.includes(language)
}
