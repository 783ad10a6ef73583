import { createParser } from 'eventsource-parser'
import { type Payload, parsePayload } from './payload.ts'

export interface PayloadReader {
  /** The payloads that these bytes complete, in order. */
  push(bytes: Uint8Array): readonly Payload[]
}

export interface AnswerReader extends PayloadReader {
  /** The payloads of an answer that has ended and was no event stream. */
  end(): readonly Payload[]
}

/**
 * Reads a whole answer, however it is framed: DashScope sends errors as plain JSON or as an event, and a gateway may
 * not pass on events, so the bytes decide and not the content type. `status` is the answer's.
 */
export function createAnswerReader(status: number, maxBytes = MAX_ANSWER_BYTES): AnswerReader {
  const events = createEventStreamReader()
  let opening: Uint8Array[] = []
  let received = 0
  let framed = false
  let overflown = false

  return {
    push(bytes) {
      if (overflown) return []
      received += bytes.byteLength
      if (received > maxBytes) {
        overflown = true
        return [{ kind: 'malformed', reason: 'it is too long' }]
      }
      const payloads = events.push(bytes)
      if (payloads.length > 0) {
        framed = true
        opening = []
      } else if (!framed && received <= MAX_JSON_BYTES) {
        opening.push(bytes)
      }
      return payloads.some(lacksStatus) ? payloads.map((payload) => withStatus(payload, status)) : payloads
    },
    end() {
      if (framed || overflown || received === 0) return []
      const text = Buffer.concat(opening).toString().trim()
      if (text.startsWith('{')) return [parsePayload(text, { status })]
      return [{ kind: 'malformed', reason: 'it is neither events nor JSON' }]
    },
  }
}

/**
 * Reads DashScope's server-sent events, cut anywhere, even inside a character. The HTTP status of an event is in a
 * comment line (`:HTTP_STATUS/429`) before its data.
 */
export function createEventStreamReader(maxEventLength = MAX_EVENT_LENGTH): PayloadReader {
  const decoder = new TextDecoder()
  let completed: Payload[] = []
  let status: number | undefined
  let overflown = false

  const parser = createParser({
    maxBufferSize: maxEventLength,
    onComment(text) {
      const match = /^HTTP_STATUS\/(\d{3})$/.exec(text.trim())
      if (match) status = Number(match[1])
    },
    onEvent({ data, event }) {
      completed.push(parsePayload(data, { ...(status ? { status } : {}), ...(event ? { event } : {}) }))
      status = undefined
    },
    onError({ type }) {
      if (type !== 'max-buffer-size-exceeded') return
      overflown = true
      completed.push({ kind: 'malformed', reason: 'an event is too long' })
    },
  })

  return {
    push(bytes) {
      if (overflown) return []
      parser.feed(decoder.decode(bytes, { stream: true }))
      if (completed.length === 0) return NOTHING
      const payloads = completed
      completed = []
      return payloads
    },
  }
}

function lacksStatus(payload: Payload): boolean {
  return payload.kind === 'error' && payload.error.status === 0
}

function withStatus(payload: Payload, status: number): Payload {
  return payload.kind === 'error' && payload.error.status === 0
    ? { kind: 'error', error: { ...payload.error, status } }
    : payload
}

const NOTHING: readonly Payload[] = []
/** Usual events have 65 thousand characters; this is half a minute of audio in one. */
const MAX_EVENT_LENGTH = 2 * 1024 * 1024
/** Audio is in the events or behind a URL, so a bare JSON answer is short. */
const MAX_JSON_BYTES = 256 * 1024
/** Ten minutes of audio in Base64 (48 kB a second, times 4/3): no answer to 600 characters comes near. */
const MAX_ANSWER_BYTES = 40 * 1024 * 1024
