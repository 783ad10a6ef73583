import { decodeBase64, type Fields, isRecord } from '../../http/json.ts'

/** What one JSON object from DashScope says, whether it came as an SSE event or as a whole body. */
export type Payload =
  | {
      readonly kind: 'result'
      /** Decoded audio, maybe empty: WAV or PCM, cut anywhere. */
      readonly audio: Buffer
      /** True in the last one: only then the speech is complete. */
      readonly finished: boolean
      /** Where the whole file lies for a day; only in the last one. Signed: never log it. */
      readonly url?: string
      readonly characters?: number
      readonly requestId?: string
    }
  | { readonly kind: 'error'; readonly error: ProviderError }
  | { readonly kind: 'malformed'; readonly reason: string }

export interface ProviderError {
  /** HTTP status, of the answer or of the event; 0 when neither said one. */
  readonly status: number
  readonly code: string
  /** The provider's sentence. It may quote the request, so it is for classifying and never for logs. */
  readonly message: string
  readonly requestId?: string
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
  const output = value.output
  if (!isRecord(output)) return { kind: 'malformed', reason: 'an event has no output' }

  const sound = isRecord(output.audio) ? output.audio : {}
  const audio = decodeBase64(sound.data ?? '')
  if (!audio) return { kind: 'malformed', reason: 'its audio is not Base64' }
  const usage = isRecord(value.usage) ? value.usage : {}
  return {
    kind: 'result',
    audio,
    finished: output.finish_reason === 'stop',
    ...(typeof sound.url === 'string' && sound.url !== '' ? { url: sound.url } : {}),
    ...(typeof usage.characters === 'number' ? { characters: usage.characters } : {}),
    ...requestIdOf(value),
  }
}

/** DashScope's own error objects, and the nested ones of its OpenAI-compatible gateways. */
function findError(value: Fields, status: number, event: string | undefined): ProviderError | undefined {
  const source = isRecord(value.error) ? value.error : value
  const code = typeof source.code === 'string' ? source.code : ''
  const named = event === 'error' || status >= 400 || isRecord(value.error)
  if (!named && (code === '' || isRecord(value.output))) return undefined
  const message = typeof source.message === 'string' ? source.message : ''
  return { status, code, message, ...requestIdOf(value) }
}

function requestIdOf(value: Fields): { requestId?: string } {
  return typeof value.request_id === 'string' ? { requestId: value.request_id } : {}
}
