import tables from './dashscope-tables.json' with { type: 'json' }

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
}

export const DEFAULT_MODEL = 'qwen3-tts-flash'

/** The realtime pages give no limit of their own. */
const DOCUMENTED_LIMIT = 600

/** The provider's own list, kept as data so that no table of a client can hide a mistake in it. */
export const MODELS: ReadonlyMap<string, ServedModel> = new Map(
  tables.models.map(({ id, transport, voices, limit, instructions }) => [
    id,
    {
      id,
      transport: transport === 'websocket' ? 'websocket' : 'http',
      voices: voices === 'custom' ? undefined : new Set(tables.voiceSets[voices as keyof typeof tables.voiceSets]),
      limit: limit ?? DOCUMENTED_LIMIT,
      instructions,
    },
  ]),
)

/** Names that `language_type` takes besides `Auto`. */
export const LANGUAGE_NAMES: readonly string[] = tables.languages

/** Speakers of the open weights, which OpenAI-compatible servers offer. */
export const OPEN_WEIGHTS_SPEAKERS: readonly string[] = tables.speakers.map(({ id }) => id)

/** Han characters count two, all other code points one: the rule of the price list and of the limit. */
export function countCharacters(text: string): number {
  return [...text].reduce((count, character) => count + (isHan(character) ? 2 : 1), 0)
}

export function isHan(character: string): boolean {
  return HAN.test(character)
}

const HAN = /\p{Script=Han}/u
