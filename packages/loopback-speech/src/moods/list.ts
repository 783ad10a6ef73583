import { BROKEN_MOODS } from './broken.ts'
import { DASHSCOPE_MOODS } from './dashscope.ts'
import { EDGE_TTS_MOODS } from './edge-tts.ts'
import { HOSTED_MOODS } from './hosted.ts'
import { KOKORO_MOODS } from './kokoro.ts'
import { MISLABELLED_MOODS } from './mislabelled.ts'
import type { Mood } from './mood.ts'
import { PICKY_MOODS } from './picky.ts'
import { PIPER_MOODS } from './piper.ts'
import { VLLM_MOODS } from './vllm.ts'
import { VOICE_LIST_MOODS } from './voice-lists.ts'
import { VOICEVOX_MOODS } from './voicevox.ts'
import { WHOLE_FILE_MOODS } from './whole-file.ts'
import { WYOMING_MOODS } from './wyoming.ts'

/** Every mood, in the order of a menu. */
export const MOODS: readonly Mood[] = [
  ...KOKORO_MOODS,
  ...PIPER_MOODS,
  ...VLLM_MOODS,
  ...WHOLE_FILE_MOODS,
  ...EDGE_TTS_MOODS,
  ...HOSTED_MOODS,
  ...PICKY_MOODS,
  ...VOICE_LIST_MOODS,
  ...MISLABELLED_MOODS,
  ...BROKEN_MOODS,
  ...WYOMING_MOODS,
  ...VOICEVOX_MOODS,
  ...DASHSCOPE_MOODS,
]

/** What a mood is a mood of. */
export type MoodServer = 'openai' | 'dashscope' | 'wyoming' | 'voicevox'

export function serverOf(mood: Mood): MoodServer {
  if ('openai' in mood || 'vllm' in mood) return 'openai'
  if ('wyoming' in mood) return 'wyoming'
  return 'voicevox' in mood ? 'voicevox' : 'dashscope'
}

export function findMood(name: string): Mood | undefined {
  return MOODS.find((mood) => mood.name === name)
}
