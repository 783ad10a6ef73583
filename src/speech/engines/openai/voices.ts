import { LANGUAGES } from '../../../kernel/languages.ts'
import type { Voice } from '../../engine.ts'
import { isRecord, parseRecord } from '../../http/json.ts'
import { findVoice } from '../../voices/voice-catalogue.ts'
import { SPEAKERS } from './speakers.ts'

/** The names in the answer to `GET /v1/audio/voices`, or undefined when there are none. */
export function readVoiceList(json: string): readonly string[] | undefined {
  const answer = parseRecord(json)
  if (!Array.isArray(answer?.voices)) return undefined
  const uploaded = Array.isArray(answer.uploaded_voices) ? answer.uploaded_voices : []
  const names = [...answer.voices, ...uploaded].map((entry) => (isRecord(entry) ? (entry.name ?? entry.id) : entry))
  const known = new Set(names.filter((name) => typeof name === 'string' && name !== ''))
  return known.size === 0 ? undefined : [...known]
}

export type VoiceChoice =
  | { readonly kind: 'same'; readonly id: string }
  | { readonly kind: 'replaced'; readonly id: string }
  | { readonly kind: 'unknown' }

/**
 * Which of the server's voices speaks. Servers write the same speaker as `Uncle_Fu` or `uncle_fu`, and people as
 * `Uncle Fu`. `listed` is undefined for a server that does not tell its voices: it is then asked for whatever is
 * wanted, except for voices that only DashScope has.
 */
export function chooseVoice(
  wanted: string,
  listed: readonly string[] | undefined,
  fallback: string | undefined,
): VoiceChoice {
  const named = (listed ?? []).find((name) => fold(name) === fold(wanted))
  if (named !== undefined) return { kind: 'same', id: named }
  if (fallback !== undefined && fold(fallback) === fold(wanted)) return { kind: 'same', id: fallback }
  if (listed === undefined && (fallback === undefined || findVoice(wanted) === undefined)) {
    return { kind: 'same', id: SPEAKERS.find(({ id }) => fold(id) === fold(wanted))?.id ?? wanted }
  }
  return fallback === undefined ? { kind: 'unknown' } : { kind: 'replaced', id: fallback }
}

/** What to show of the server's voices. */
export function describeVoices(listed: readonly string[] | undefined, fallback: string | undefined): readonly Voice[] {
  if (listed) return listed.map(describe)
  return fallback === undefined ? LIKELY : [{ ...describe(fallback), guessed: true }]
}

const LIKELY: readonly Voice[] = SPEAKERS.map((speaker) => ({ ...speaker, guessed: true }))

function describe(name: string): Voice {
  const speaker = SPEAKERS.find(({ id }) => fold(id) === fold(name))
  if (speaker) return { ...speaker, id: name }
  return {
    id: name,
    languages: LANGUAGES.map(({ code }) => code),
    gender: 'neutral',
    description: 'A voice of the speech server',
  }
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '')
}
