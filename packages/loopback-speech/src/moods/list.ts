import { EDGE_TTS_MOODS } from './edge-tts.ts'
import { KOKORO_MOODS } from './kokoro.ts'
import type { Mood } from './mood.ts'
import { PIPER_MOODS } from './piper.ts'
import { WHOLE_FILE_MOODS } from './whole-file.ts'

/** Every mood, in the order of a menu. */
export const MOODS: readonly Mood[] = [...KOKORO_MOODS, ...PIPER_MOODS, ...WHOLE_FILE_MOODS, ...EDGE_TTS_MOODS]

export function findMood(name: string): Mood | undefined {
  return MOODS.find((mood) => mood.name === name)
}
