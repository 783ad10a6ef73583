/** Which of the 48 voices a model has; `custom` models have only the voices that were made for them. */
export type VoiceSet = 'all' | 'instruct' | 'early' | 'qwen-tts' | 'qwen-tts-latest' | 'custom'

export interface SpeechModel {
  readonly id: string
  /** HTTP ids are refused on the WebSocket and realtime ids on HTTP. */
  readonly transport: 'http' | 'websocket'
  readonly voices: VoiceSet
  /** True when the model follows a description of how to speak. */
  readonly style: boolean
  /** The optional request fields that the model understands; it ignores others without a word. */
  readonly fields: readonly RequestField[]
  /** The longest text of one request, in characters as `countCharacters` counts. */
  readonly limit: number
}

export type RequestField = 'language_type' | 'instructions' | 'optimize_instructions'

export const DEFAULT_MODEL = 'qwen3-tts-flash'
export const INSTRUCT_MODEL = 'qwen3-tts-instruct-flash'

/**
 * What Alibaba Model Studio documents for its speech models (https://www.alibabacloud.com/help/en/model-studio/qwen-tts).
 * Ids come and go, so this is knowledge about known ids and no gate for others.
 */
export const MODELS: readonly SpeechModel[] = [
  ...family('http', 'all', ['qwen3-tts-flash', 'qwen3-tts-flash-2025-11-27']),
  ...family('http', 'early', ['qwen3-tts-flash-2025-09-18']),
  ...family('http', 'instruct', ['qwen3-tts-instruct-flash', 'qwen3-tts-instruct-flash-2026-01-26']),
  ...family('http', 'custom', ['qwen3-tts-vc-2026-01-22', 'qwen3-tts-vd-2026-01-26']),
  ...family('http', 'qwen-tts', ['qwen-tts', 'qwen-tts-2025-04-10']),
  ...family('http', 'qwen-tts-latest', ['qwen-tts-latest', 'qwen-tts-2025-05-22']),
  ...family('websocket', 'all', ['qwen3-tts-flash-realtime', 'qwen3-tts-flash-realtime-2025-11-27']),
  ...family('websocket', 'early', ['qwen3-tts-flash-realtime-2025-09-18']),
  ...family('websocket', 'instruct', [
    'qwen3-tts-instruct-flash-realtime',
    'qwen3-tts-instruct-flash-realtime-2026-01-22',
  ]),
  ...family('websocket', 'custom', [
    'qwen3-tts-vc-realtime-2026-01-15',
    'qwen3-tts-vc-realtime-2025-11-27',
    'qwen3-tts-vd-realtime-2026-01-15',
    'qwen3-tts-vd-realtime-2025-12-16',
  ]),
  ...family('websocket', 'qwen-tts-latest', [
    'qwen-tts-realtime',
    'qwen-tts-realtime-latest',
    'qwen-tts-realtime-2025-07-15',
  ]),
]

/** What is known about a model; an unknown id is taken for what its name says. */
export function modelOf(id: string): SpeechModel {
  return byId.get(id) ?? describe(id, id.includes('realtime') ? 'websocket' : 'http', 'custom')
}

function family(transport: SpeechModel['transport'], voices: VoiceSet, ids: readonly string[]): SpeechModel[] {
  return ids.map((id) => describe(id, transport, voices))
}

function describe(id: string, transport: SpeechModel['transport'], voices: VoiceSet): SpeechModel {
  const style = id.includes('instruct')
  // The first generation takes text and voice alone, and at most 512 tokens: none of its tokens is longer than a
  // counted character on average.
  const first = id.startsWith('qwen-tts')
  const fields: RequestField[] = first ? [] : ['language_type']
  if (style) fields.push('instructions', 'optimize_instructions')
  return { id, transport, voices, style, fields, limit: first ? 512 : 600 }
}

const byId = new Map(MODELS.map((model) => [model.id, model]))
