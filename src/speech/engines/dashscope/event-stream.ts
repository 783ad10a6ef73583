import { createSseReader, type SseReader } from '../../http/sse-reader.ts'
import { type Payload, parsePayload } from './payload.ts'

/**
 * The payloads of a whole answer, however it is framed: DashScope sends errors as plain JSON or as an event, and a
 * gateway may ignore the wish for events, so the bytes decide and not the content type. `status` is the answer's.
 */
export async function* readPayloads(body: AsyncIterable<Uint8Array>, status: number): AsyncGenerator<Payload> {
  const events = createEventStreamReader()
  const opening: Uint8Array[] = []
  let received = 0
  let framed = false
  for await (const bytes of body) {
    received += bytes.byteLength
    if (received > MAX_ANSWER_BYTES) {
      yield { kind: 'malformed', reason: 'it is too long' }
      return
    }
    for (const payload of events.push(bytes)) {
      framed = true
      yield payload.kind === 'error' && payload.error.status === 0
        ? { ...payload, error: { ...payload.error, status } }
        : payload
    }
    if (!framed && received <= MAX_JSON_BYTES) opening.push(bytes)
  }
  const text = Buffer.concat(opening).toString().trim()
  if (!framed && text.startsWith('{')) yield parsePayload(text, { status })
  else if (!framed && received > 0) yield { kind: 'malformed', reason: 'it is neither events nor JSON' }
}

/**
 * Reads DashScope's server-sent events. The HTTP status of an event stands in a comment line (`:HTTP_STATUS/429`)
 * before its data.
 */
export function createEventStreamReader(maxEventLength?: number): SseReader<Payload> {
  let status: number | undefined
  return createSseReader<Payload>(
    {
      read(data, event) {
        const payload = parsePayload(data, { ...(status ? { status } : {}), ...(event ? { event } : {}) })
        status = undefined
        return payload
      },
      comment(text) {
        const match = /^HTTP_STATUS\/(\d{3})$/.exec(text.trim())
        if (match) status = Number(match[1])
      },
      tooLong: { kind: 'malformed', reason: 'an event is too long' },
    },
    maxEventLength,
  )
}

/** Audio is in the events or behind a URL, so a bare JSON answer is short. */
const MAX_JSON_BYTES = 256 * 1024
/** Ten minutes of sound in Base64 (48 kB a second, times 4/3): no answer to 600 characters comes near. */
const MAX_ANSWER_BYTES = 40 * 1024 * 1024
