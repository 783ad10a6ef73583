import tables from './dashscope-tables.json' with { type: 'json' }
import audio from './qwen-audio-tables.json' with { type: 'json' }

/** What the provider documents about one speech model. */
export interface ServedModel {
  readonly id: string
  readonly transport: 'http' | 'websocket'
  /** Voices that the model has; undefined for models whose voices each customer makes. */
  readonly voices: ReadonlySet<string> | undefined
  /** Longest text of one request, as `countCharacters` counts. */
  readonly limit: number
  /** True when the model follows `instructions`. */
  readonly instructions: boolean
  /** Names of languages for `language_type`. */
  readonly languages: readonly string[]
  readonly regions: readonly string[]
  /** When mainland China stops serving the model, and what the provider names instead. */
  readonly retires: { readonly on: string; readonly successor: string } | undefined
}

/** A voice of Qwen3-TTS. */
export interface ServedVoice {
  readonly id: string
  readonly gender: string
  /** What the voice speaks instead of Mandarin. */
  readonly dialect: string | null
  readonly languages: readonly string[]
}

/** A model of Qwen-Audio-TTS, served under another path with other voices. */
export interface AudioModel {
  readonly id: string
  readonly billing: 'tokens' | 'characters'
  readonly instruction: boolean
  readonly voices: ReadonlySet<string>
}

/** A voice of Qwen-Audio-TTS; the languages are codes. */
export interface AudioVoice {
  readonly id: string
  readonly gender: string
  readonly languages: readonly string[]
  readonly models: readonly string[]
}

export const DEFAULT_MODEL = 'qwen3-tts-flash'

/** The realtime pages give no limit of their own. */
const DOCUMENTED_LIMIT = 600

/** The provider's own list, kept as data so that no table of a client can hide a mistake in it. */
export const MODELS: ReadonlyMap<string, ServedModel> = new Map(
  tables.models.map(({ id, transport, voices, limit, instructions, languages, regions, retires }) => [
    id,
    {
      id,
      transport: transport === 'websocket' ? 'websocket' : 'http',
      voices: voices === 'custom' ? undefined : new Set(tables.voiceSets[voices as keyof typeof tables.voiceSets]),
      limit: limit ?? DOCUMENTED_LIMIT,
      instructions,
      languages: tables.languageSets[languages as keyof typeof tables.languageSets],
      regions,
      retires: retires ?? undefined,
    },
  ]),
)

export const VOICES: readonly ServedVoice[] = tables.voices.map((voice) => ({
  ...voice,
  languages: typeof voice.languages === 'string' ? tables.languages : voice.languages,
}))

export const AUDIO_VOICES: readonly AudioVoice[] = audio.voices

export const AUDIO_MODELS: ReadonlyMap<string, AudioModel> = new Map(
  audio.models.map(({ id, billing, instruction }) => [
    id,
    {
      id,
      billing: billing === 'tokens' ? 'tokens' : 'characters',
      instruction,
      voices: new Set(AUDIO_VOICES.filter(({ models }) => models.includes(id)).map((voice) => voice.id)),
    },
  ]),
)

/** Words in square brackets that Qwen-Audio-TTS obeys: a way of speaking, or a sound at this place. */
export const AUDIO_TAGS: { readonly control: readonly string[]; readonly sound: readonly string[] } = audio.tags

/** Units of one request to Qwen-Audio-TTS, as `countCharacters` counts. */
export const AUDIO_LIMIT = 20_000

/** Names that `language_type` takes besides `Auto`. */
export const LANGUAGE_NAMES: readonly string[] = tables.languages

/** Speakers of the open weights, which OpenAI-compatible servers offer. */
export const OPEN_WEIGHTS_SPEAKERS: readonly string[] = tables.speakers.map(({ id }) => id)

/** 3.0 models speak with some 600 voices that the provider cloned, under ids such as `qwen-audio-3.0-tts-flash-longnixiwei`. */
export function hasAudioVoice({ id, voices }: AudioModel, voice: string): boolean {
  return voices.has(voice) || (id.includes('-3.0-') && voice.startsWith(`${id}-`) && voice.length > id.length + 1)
}

/** Han characters count two, all other code points one: the rule of the price list and of the limit. */
export function countCharacters(text: string): number {
  return [...text].reduce((count, character) => count + (isHan(character) ? 2 : 1), 0)
}

export function isHan(character: string): boolean {
  return HAN.test(character)
}

const HAN = /\p{Script=Han}/u
