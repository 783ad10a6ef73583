import { countIn, decodeBase64, defined, type Fields, isRecord, recordIn, textIn } from './json.ts'
import type { ProviderError } from './refusals.ts'

/** One JSON object of DashScope, whether it came as a server-sent event or as a whole body. */
export type Payload =
  | {
      readonly kind: 'result'
      /** Decoded audio, possibly empty: in the format that was asked for, cut anywhere. */
      readonly audio: Buffer
      /** True in the last one: only then the speech is complete. */
      readonly finished: boolean
      /** Where the whole file is kept for a day; only in the last one. Signed: keep it out of logs. */
      readonly url?: string
      /** Until when, in milliseconds since 1970. */
      readonly expiresAt?: number
      readonly usage?: Usage
      readonly requestId?: string
      readonly sentence?: Sentence
    }
  | { readonly kind: 'error'; readonly error: ProviderError }
  | { readonly kind: 'malformed'; readonly reason: string }

/** What a request is billed by: most models count characters, `qwen-tts` and Qwen-Audio-TTS 3.1 count tokens. */
export interface Usage {
  readonly characters?: number
  readonly inputTokens?: number
  readonly outputTokens?: number
  readonly totalTokens?: number
}

/** A sentence of Qwen-Audio-TTS, with its words if `wordTimestampEnabled` asked for them. */
export interface Sentence {
  readonly type?: 'sentence-begin' | 'sentence-synthesis' | 'sentence-end' | (string & {})
  readonly index?: number
  readonly text?: string
  readonly words: readonly Word[]
}

export interface Word {
  readonly text: string
  /** Place in the sentence, in characters. */
  readonly beginIndex?: number
  readonly endIndex?: number
  /** Milliseconds. */
  readonly beginTime?: number
  readonly endTime?: number
}

/**
 * Reads one payload. `status` is what the event's `:HTTP_STATUS/NNN` comment or the HTTP answer said; an event named
 * `error` is an error even without a code.
 */
export function parsePayload(json: string, { status = 0, event }: { status?: number; event?: string } = {}): Payload {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return { kind: 'malformed', reason: 'an event is not JSON' }
  }
  if (!isRecord(value)) return { kind: 'malformed', reason: 'an event is not an object' }

  const error = findError(value, status, event)
  if (error) return { kind: 'error', error }
  // Some gateways send an event without output in between.
  const output = value.output === null && value.request_id !== undefined ? {} : value.output
  if (!isRecord(output)) return { kind: 'malformed', reason: 'an event has no output' }

  const container = recordIn(output.audio)
  const audio = decodeBase64(container.data ?? '')
  if (!audio) return { kind: 'malformed', reason: 'its audio is not Base64' }
  const expiresAt = countIn(container.expires_at)
  return {
    kind: 'result',
    audio,
    finished: output.finish_reason === 'stop',
    ...defined({
      url: textIn(container.url),
      expiresAt: expiresAt === undefined ? undefined : expiresAt * 1000,
      usage: readUsage(value.usage),
      sentence: readSentence(output),
    }),
    ...requestIdOf(value),
  }
}

/** DashScope's own error objects, and the nested ones of its OpenAI-compatible gateways. */
export function findError(value: Fields, status: number, event?: string): ProviderError | undefined {
  const source = isRecord(value.error) ? value.error : value
  const code = typeof source.code === 'string' ? source.code : ''
  const named = event === 'error' || status >= 400 || isRecord(value.error)
  if (!named && (code === '' || isRecord(value.output))) return undefined
  const message = typeof source.message === 'string' ? source.message : ''
  return { status, code, message, ...requestIdOf(value) }
}

export function readUsage(value: unknown): Usage | undefined {
  if (!isRecord(value)) return undefined
  const usage = defined({
    characters: countIn(value.characters),
    inputTokens: countIn(value.input_tokens),
    outputTokens: countIn(value.output_tokens),
    totalTokens: countIn(value.total_tokens),
  })
  return Object.keys(usage).length === 0 ? undefined : usage
}

function readSentence({ sentence, type, original_text }: Fields): Sentence | undefined {
  if (!isRecord(sentence)) return undefined
  const words = Array.isArray(sentence.words) ? sentence.words.filter(isRecord) : []
  return {
    ...defined({ type: textIn(type), index: countIn(sentence.index), text: textIn(original_text) }),
    words: words.map((word) => ({
      text: typeof word.text === 'string' ? word.text : '',
      ...defined({
        beginIndex: countIn(word.begin_index),
        endIndex: countIn(word.end_index),
        beginTime: countIn(word.begin_time),
        endTime: countIn(word.end_time),
      }),
    })),
  }
}

function requestIdOf(value: Fields): { requestId?: string } {
  return typeof value.request_id === 'string' ? { requestId: value.request_id } : {}
}
