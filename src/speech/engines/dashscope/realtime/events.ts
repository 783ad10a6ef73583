import { decodeBase64, isRecord, parseRecord } from '../../../http/json.ts'
import type { ProviderError } from '../payload.ts'

/**
 * What the server says. Only these decide anything: the order of the other events differs between the documents, so
 * they are all `other`.
 */
export type ServerEvent =
  | { readonly kind: 'session-created'; readonly sessionId?: string }
  | {
      readonly kind: 'audio'
      /** Decoded, cut anywhere, maybe empty. */
      readonly audio: Buffer
    }
  | {
      readonly kind: 'response-done'
      readonly status: 'completed' | 'failed' | 'incomplete'
      readonly characters?: number
      readonly responseId?: string
    }
  | { readonly kind: 'session-finished' }
  | { readonly kind: 'error'; readonly error: ProviderError }
  | { readonly kind: 'other'; readonly type: string }
  | { readonly kind: 'malformed'; readonly reason: string }

/** Reads one text frame (https://www.alibabacloud.com/help/en/model-studio/qwen-tts-realtime-server-events). */
export function parseServerEvent(json: string): ServerEvent {
  const event = parseRecord(json)
  if (!event) return { kind: 'malformed', reason: 'an event is no JSON object' }
  if (typeof event.type !== 'string') return { kind: 'malformed', reason: 'an event has no type' }
  switch (event.type) {
    case 'session.created': {
      const id = isRecord(event.session) ? event.session.id : undefined
      return { kind: 'session-created', ...(typeof id === 'string' ? { sessionId: id } : {}) }
    }
    case 'response.audio.delta': {
      const audio = decodeBase64(event.delta)
      return audio ? { kind: 'audio', audio } : { kind: 'malformed', reason: 'its audio is not Base64' }
    }
    case 'response.done':
      return readResponse(isRecord(event.response) ? event.response : {})
    case 'session.finished':
      return { kind: 'session-finished' }
    case 'error':
      return { kind: 'error', error: readError(isRecord(event.error) ? event.error : event) }
    default:
      return { kind: 'other', type: event.type }
  }
}

function readResponse({ status, usage, id }: Readonly<Record<string, unknown>>): ServerEvent {
  const characters = isRecord(usage) ? usage.characters : undefined
  return {
    kind: 'response-done',
    status: status === 'failed' || status === 'incomplete' ? status : 'completed',
    ...(typeof characters === 'number' ? { characters } : {}),
    ...(typeof id === 'string' ? { responseId: id } : {}),
  }
}

/** Some messages begin with a status and a code of their own: `400-invalid_value The requested voice …`. */
function readError({ code, message }: Readonly<Record<string, unknown>>): ProviderError {
  const text = typeof message === 'string' ? message : ''
  const prefix = /^(\d{3})-([\w.]+)/.exec(text) ?? /^(\d{3})-([\w.]+)/.exec(typeof code === 'string' ? code : '')
  return {
    status: prefix ? Number(prefix[1]) : 0,
    code: prefix?.[2] ?? (typeof code === 'string' ? code : ''),
    message: text,
  }
}
