import { distance } from 'fastest-levenshtein'
import { LANGUAGES } from '../../kernel/languages.ts'
import type { Voice } from '../engine.ts'
import { VOICE_ROWS } from './voices.ts'

/** The voices of Qwen3-TTS. A voice with a `dialect` speaks it wherever others speak Mandarin. */
export const VOICES: readonly Voice[] = VOICE_ROWS.map(([id, gender, description, dialect]) => ({
  id,
  gender,
  description,
  languages: LANGUAGES.map(({ code }) => code),
  ...(dialect === undefined ? {} : { dialect }),
}))

/** The voice of this name in any case and spacing (`ono anna`, `OnoAnna`), or undefined. */
export function findVoice(name: string, voices: readonly Voice[] = VOICES): Voice | undefined {
  const wanted = fold(name)
  return voices.find(({ id }) => fold(id) === wanted)
}

/** The voices whose names look most like a misspelt one, best first; empty when none comes near. */
export function nearestVoices(name: string, count = 3, voices: readonly Voice[] = VOICES): readonly Voice[] {
  const wanted = fold(name)
  if (wanted === '') return []
  return voices
    .map((voice) => ({ voice, distance: nameDistance(wanted, fold(voice.id)) }))
    .filter(({ voice, distance }) => distance <= Math.max(1, fold(voice.id).length / 2))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({ voice }) => voice)
}

/** Whether two spellings mean one voice: `ono_anna` and `Ono Anna`. */
export function isSameName(one: string, other: string): boolean {
  return fold(one) === fold(other)
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '')
}

/** Edits between the names; a beginning (`che` for Cherry) is half an edit, since people type until a menu helps. */
function nameDistance(wanted: string, name: string): number {
  if (name.startsWith(wanted)) return 0.5
  return wanted.length > 2 * name.length ? wanted.length - name.length : distance(wanted, name)
}
