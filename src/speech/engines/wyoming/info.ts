import { LANGUAGES } from '../../../kernel/languages.ts'
import type { SpokenCode } from '../../../kernel/spoken-languages.ts'
import type { Voice } from '../../engine.ts'
import { type Fields, isRecord } from '../../http/json.ts'
import { languagesInList } from '../../voices/voice-languages.ts'

/** What a server says of itself. */
export interface ServerInfo {
  readonly voices: readonly WyomingVoice[]
  /** Takes text while it is written, and then speaks sentence by sentence. */
  readonly streams: boolean
  /** The program, as `piper`. */
  readonly program: string
}

export interface WyomingVoice {
  /** `name`, or `name/speaker` for a voice of several speakers. */
  readonly id: string
  readonly name: string
  readonly speaker?: string
  readonly languages: readonly SpokenCode[]
  readonly description: string
}

/** Reads the answer to `describe`. Voices that are not installed are left out, unless that leaves none. */
export function readInfo(data: Fields): ServerInfo {
  const programs = listOf(data.tts)
  const all = programs.flatMap((program) => listOf(program.voices))
  const installed = all.filter(({ installed }) => installed !== false)
  const [first = {}] = programs
  return {
    voices: (installed.length > 0 ? installed : all).flatMap(readVoice),
    streams: programs.some((program) => program.supports_synthesize_streaming === true),
    program: textOf(first.name) ?? 'wyoming',
  }
}

function readVoice({ name, languages, description, speakers }: Fields): WyomingVoice[] {
  const id = textOf(name)
  if (id === undefined) return []
  const voice = {
    name: id,
    languages: languagesInList(languages) ?? LANGUAGES.map(({ code }) => code),
    description: textOf(description) ?? id,
  }
  const names = listOf(speakers).flatMap((speaker) => textOf(speaker.name) ?? [])
  if (names.length < 2) return [{ ...voice, id }]
  return names.map((speaker) => ({ ...voice, id: `${id}/${speaker}`, speaker }))
}

/** Voices that speak none of Lector's languages are left out. */
export function describeVoices(voices: readonly WyomingVoice[]): readonly Voice[] {
  return voices
    .filter(({ languages }) => languages.length > 0)
    .map(({ id, languages, description }) => ({ id, languages, description, gender: 'neutral' }))
}

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
