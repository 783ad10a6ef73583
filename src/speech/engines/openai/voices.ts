import { LANGUAGES } from '../../../kernel/languages.ts'
import type { SpokenCode } from '../../../kernel/spoken-languages.ts'
import type { Voice } from '../../engine.ts'
import { type Fields, isRecord } from '../../http/json.ts'
import { findVoice, isSameName } from '../../voices/voice-catalogue.ts'
import { languagesInList, languagesInName } from '../../voices/voice-languages.ts'
import { SPEAKERS } from './speakers.ts'

/** A voice as a server lists it. */
export interface ListedVoice {
  /** What is sent. */
  readonly id: string
  /** What is shown, if it is another name. */
  readonly name?: string
  readonly languages?: readonly SpokenCode[]
  readonly gender?: Voice['gender']
}

/** The voices in a server's list, in any of its usual shapes; undefined when there are none. */
export function readVoices(json: string): readonly ListedVoice[] | undefined {
  const entries = entriesOf(parse(json))
  const voices = new Map(entries.flatMap(readEntry).map((voice) => [voice.id, voice]))
  return voices.size === 0 ? undefined : [...voices.values()]
}

/** The voices that a refusal names: "Available voices: emma, nova". */
export function voicesInRefusal(message: string): readonly ListedVoice[] | undefined {
  const [, list] =
    /(?:available|supported|valid|known)\s*(?:voices|speakers|values)?(?: are)?:\s*(.+)$/is.exec(message) ??
    /(?:must|should) be (?:one of )?(.+?)(?:\.\s|$)/is.exec(message) ??
    []
  const names = list?.match(/[\p{L}\p{N}][\p{L}\p{N} _.()+-]*/gu)?.map((name) => name.trim()) ?? []
  const ids = names.flatMap((name) => name.split(/ (?:or|and) /)).filter((name) => name.length <= 60)
  return ids.length < 2 ? undefined : ids.map((id) => ({ id }))
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function entriesOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (!isRecord(value)) return []
  const uploaded = Array.isArray(value.uploaded_voices) ? value.uploaded_voices : []
  const list = value.voices ?? value.data ?? value.items ?? value.speakers
  if (Array.isArray(list)) return [...list, ...uploaded]
  if (!isRecord(list)) return uploaded
  // An object with a name for every key.
  return [...Object.entries(list).map(([id, about]) => ({ ...(isRecord(about) && about), id })), ...uploaded]
}

function readEntry(entry: unknown): ListedVoice[] {
  if (typeof entry === 'string') return entry === '' ? [] : [{ id: entry }]
  if (!isRecord(entry)) return []
  const id = firstText(entry, ['id', 'voice_id', 'voiceId', 'voice', 'short_name', 'ShortName', 'name'])
  if (id === undefined) return []
  const name = firstText(entry, ['name', 'display_name', 'label', 'FriendlyName'])
  const labels = isRecord(entry.labels) ? entry.labels : {}
  const languages = languagesInList(
    entry.languages ?? entry.language ?? entry.lang ?? entry.locale ?? entry.Locale ?? labels.language,
  )
  const gender = genderOf(firstText({ ...labels, ...entry }, ['gender', 'Gender', 'sex']))
  return [
    {
      id,
      ...(name !== undefined && name !== id && { name }),
      ...(languages && { languages }),
      ...(gender && { gender }),
    },
  ]
}

function firstText(fields: Fields, names: readonly string[]): string | undefined {
  return names.map((name) => fields[name]).find((value) => typeof value === 'string' && value !== '') as
    | string
    | undefined
}

function genderOf(word: string | undefined): Voice['gender'] | undefined {
  const letter = word?.[0]?.toLowerCase()
  return letter === 'f' ? 'female' : letter === 'm' ? 'male' : undefined
}

export type VoiceChoice =
  | { readonly kind: 'same'; readonly id: string }
  | { readonly kind: 'replaced'; readonly id: string }
  | { readonly kind: 'unknown' }

/**
 * Which of the server's voices speaks. Servers write the same speaker as `Uncle_Fu` or `uncle_fu`, and people as
 * `Uncle Fu`. `listed` is undefined for a server that does not tell its voices: it is then asked for the requested
 * voice, except for voices that only DashScope has.
 */
export function chooseVoice(
  requested: string,
  listed: readonly string[] | undefined,
  fallback: string | undefined,
): VoiceChoice {
  const named = (listed ?? []).find((name) => isSameName(name, requested))
  if (named !== undefined) return { kind: 'same', id: named }
  if (fallback !== undefined && isSameName(fallback, requested)) return { kind: 'same', id: fallback }
  if (listed === undefined && (fallback === undefined || findVoice(requested) === undefined)) {
    return { kind: 'same', id: SPEAKERS.find(({ id }) => isSameName(id, requested))?.id ?? requested }
  }
  return fallback === undefined ? { kind: 'unknown' } : { kind: 'replaced', id: fallback }
}

/** What to show of the server's voices. Voices that speak none of Lector's languages are left out. */
export function describeVoices(
  listed: readonly (string | ListedVoice)[] | undefined,
  fallback: string | undefined,
  languages: ReadonlyMap<string, readonly SpokenCode[]> = new Map(),
): readonly Voice[] {
  const describe = (voice: string | ListedVoice) =>
    describeVoice(typeof voice === 'string' ? { id: voice } : voice, languages)
  if (listed) return listed.map(describe).filter((voice) => voice.languages.length > 0)
  return fallback === undefined ? LIKELY : [{ ...describe(fallback), guessed: true }]
}

const LIKELY: readonly Voice[] = SPEAKERS.map((speaker) => ({ ...speaker, guessed: true }))
const ALL = LANGUAGES.map(({ code }) => code)

function describeVoice(voice: ListedVoice, table: ReadonlyMap<string, readonly SpokenCode[]>): Voice {
  const { id, name } = voice
  const told = table.get(id) ?? voice.languages
  const speaker = SPEAKERS.find((known) => isSameName(known.id, id))
  if (speaker) return { ...speaker, id, ...(told && { languages: told }) }
  return {
    id,
    ...(name !== undefined && { name }),
    languages: told ?? languagesInName(id) ?? ALL,
    gender: voice.gender ?? genderInName(id) ?? 'neutral',
    description: name === undefined ? 'A voice of the speech server' : name,
  }
}

/** Kokoro's second letter, and OpenAI's voices as people hear them. */
function genderInName(id: string): Voice['gender'] | undefined {
  const kokoro = /^[abefhijpz]([fm])_/.exec(id)?.[1]
  if (kokoro !== undefined) return kokoro === 'f' ? 'female' : 'male'
  return OPENAI_GENDERS[id.toLowerCase()]
}

/** What most servers of this kind have, because OpenAI has it. */
export const OPENAI_VOICES: readonly ListedVoice[] = ['alloy', 'nova', 'shimmer', 'echo', 'onyx', 'fable'].map(
  (id) => ({ id }),
)

const OPENAI_GENDERS: Readonly<Record<string, Voice['gender']>> = {
  nova: 'female',
  shimmer: 'female',
  coral: 'female',
  sage: 'female',
  marin: 'female',
  onyx: 'male',
  echo: 'male',
  ash: 'male',
  verse: 'male',
  cedar: 'male',
  ballad: 'male',
}
