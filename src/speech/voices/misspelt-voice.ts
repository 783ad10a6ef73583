import type { ConfiguredEngine } from '../engine-description.ts'
import { findVoice, nearestVoices } from './voice-catalogue.ts'

/** What to tell a host whose LECTOR_VOICE is no voice of the first engine; undefined if it is one, or may be. */
export function misspeltVoice(voice: string, [first]: readonly ConfiguredEngine[]): string | undefined {
  if (!first?.namedVoices || findVoice(voice, first.namedVoices)) return undefined
  const [nearest] = nearestVoices(voice, 1, first.namedVoices)
  const meant = nearest ? `Did you mean ${nearest.id}?` : 'npm run voices lists the voices.'
  return `There is no voice named ${voice} (LECTOR_VOICE). ${meant}`
}
