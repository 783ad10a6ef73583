import { hash } from 'node:crypto'
import type { Voice } from '../speech/engine.ts'

/** The voice of somebody who has not chosen one: always the same for them, and most likely another one for others. */
export function newcomerVoice(speaker: string, voices: readonly Voice[]): string | undefined {
  // A dialect is a choice that nobody should make for somebody else.
  const common = voices.filter(({ dialect }) => dialect === undefined)
  const number = Number.parseInt(hash('sha256', speaker, 'hex').slice(0, 8), 16)
  return common[number % common.length]?.id
}
