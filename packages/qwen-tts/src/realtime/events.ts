import { decodeBase64, defined, type Fields, isRecord, parseRecord, recordIn, textIn } from '../json.ts'
import { readUsage, type Usage } from '../payload.ts'
import type { ProviderError } from '../refusals.ts'

/**
 * What the server says. Only these decide anything: the order of the other events differs between the documents, so
 * they are all `other`.
 */
export type ServerEvent =
  | { readonly kind: 'session-created'; readonly sessionId?: string }
  | {
      readonly kind: 'audio'
      /** Decoded, cut anywhere, possibly empty. */
      readonly audio: Buffer
    }
  | {
      readonly kind: 'response-done'
      readonly status: 'completed' | 'failed' | 'incomplete'
      readonly usage?: Usage
      readonly responseId?: string
    }
  | { readonly kind: 'session-finished' }
  | { readonly kind: 'error'; readonly error: ProviderError }
  | { readonly kind: 'other'; readonly type: string; readonly fields: Fields }
  | { readonly kind: 'malformed'; readonly reason: string }

/** Reads one text frame (https://www.alibabacloud.com/help/en/model-studio/qwen-tts-realtime-server-events). */
export function parseServerEvent(json: string): ServerEvent {
  const event = parseRecord(json)
  if (!event) return { kind: 'malformed', reason: 'an event is no JSON object' }
  if (typeof event.type !== 'string') return { kind: 'malformed', reason: 'an event has no type' }
  switch (event.type) {
    case 'session.created':
      return { kind: 'session-created', ...defined({ sessionId: textIn(recordIn(event.session).id) }) }
    case 'response.audio.delta': {
      const audio = decodeBase64(event.delta)
      return audio ? { kind: 'audio', audio } : { kind: 'malformed', reason: 'its audio is not Base64' }
    }
    case 'response.done':
      return readResponse(recordIn(event.response))
    case 'session.finished':
      return { kind: 'session-finished' }
    case 'error':
      return { kind: 'error', error: readError(isRecord(event.error) ? event.error : event) }
    default:
      return { kind: 'other', type: event.type, fields: event }
  }
}

function readResponse({ status, usage, id }: Fields): ServerEvent {
  return {
    kind: 'response-done',
    status: status === 'failed' || status === 'incomplete' ? status : 'completed',
    ...defined({ usage: readUsage(usage), responseId: textIn(id) }),
  }
}

/** Some messages begin with a status and a code of their own: `400-invalid_value The requested voice …`. */
function readError({ code, message }: Fields): ProviderError {
  const text = typeof message === 'string' ? message : ''
  const prefix = /^(\d{3})-([\w.]+)/.exec(text) ?? /^(\d{3})-([\w.]+)/.exec(typeof code === 'string' ? code : '')
  return {
    status: prefix ? Number(prefix[1]) : 0,
    code: prefix?.[2] ?? (typeof code === 'string' ? code : ''),
    message: text,
  }
}
