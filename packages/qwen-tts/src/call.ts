import { type Connection, type ConnectionOptions, parseRetryAfter, toError } from './connection.ts'
import { malformed } from './errors.ts'
import { type Fields, parseRecord } from './json.ts'
import { findError } from './payload.ts'
import { refusalOf } from './refusals.ts'

export interface JsonCall {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Record<string, string>
  readonly body?: object
  /** What is refused if it is refused: `list voices`. */
  readonly action: string
  readonly signal?: AbortSignal | undefined
}

export type JsonCaller = (call: JsonCall) => Promise<Fields>

/** Calls that are answered with one JSON object; throws what DashScope refuses. */
export function createJsonCaller(connection: Connection, options: ConnectionOptions): JsonCaller {
  return async ({ method, path, headers, body, action, signal }) => {
    try {
      signal?.throwIfAborted()
      const json = body && JSON.stringify(body)
      const answer = await connection.send({ method, path, headers, signal, ...(json !== undefined && { body: json }) })
      const status = answer.statusCode
      const text = await readText(answer.body)
      const value = parseRecord(text)
      const retryAfter = parseRetryAfter(answer.headers['retry-after'])
      const error = value ? findError(value, status) : status >= 400 ? { status, code: '', message: '' } : undefined
      if (error) throw refusalOf(error, { action, retryAfter })
      if (!value || status !== 200) throw malformed(status === 200 ? 'it is not JSON' : `it has HTTP status ${status}`)
      return value
    } catch (error) {
      throw toError(error, options, signal)
    }
  }
}

async function readText(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  let received = 0
  for await (const bytes of body) {
    received += bytes.byteLength
    if (received > MAX_BYTES) throw malformed('it is too long')
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString()
}

/** A preview of a designed voice is a few seconds of audio in Base64. */
const MAX_BYTES = 16 * 1024 * 1024
