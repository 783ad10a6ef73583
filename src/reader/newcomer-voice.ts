import { hash } from 'node:crypto'
import type { Voice } from '../speech/engine.ts'
import { INSTRUCT_VOICES } from '../speech/voices.ts'

/** The voice of somebody who has not chosen one: always the same for them, and most likely another one for others. */
export function newcomerVoice(speaker: string, voices: readonly Voice[]): string | undefined {
  // None with a dialect, and none that could not follow a style: both would surprise who has chosen nothing.
  const versatile = voices.filter(({ id }) => INSTRUCT_VOICES.includes(id))
  const choice = versatile.length > 0 ? versatile : voices
  const number = Number.parseInt(hash('sha256', speaker, 'hex').slice(0, 8), 16)
  return choice[number % choice.length]?.id
}
