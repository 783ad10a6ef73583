import type { Clock } from '../../../kernel/clock.ts'
import { LectorError } from '../../../kernel/errors.ts'
import { drain, openPool, parseRetryAfter, warmPool } from '../../http/http-connection.ts'
import { generationPath } from './endpoint.ts'
import { readPayloads } from './event-stream.ts'
import { type FailureContext, failureOf, malformed } from './failures.ts'
import type { Payload } from './payload.ts'

export type Result = Extract<Payload, { kind: 'result' }>

export interface Connection {
  /**
   * Sends one request and yields what comes back, up to the finished result. Leaving the loop, or the signal, ends the
   * request upstream. Throws a `LectorError` for what DashScope refuses, and undici's own errors.
   */
  ask(body: string, context: FailureContext, signal: AbortSignal): AsyncGenerator<Result>
  warm(): Promise<void>
  close(): Promise<void>
}

/** The connections to one base URL, kept open between sentences. */
export function openConnection(
  base: URL,
  headers: Record<string, string>,
  connectTimeout: number,
  clock: Clock,
): Connection {
  const path = generationPath(base)
  const pool = openPool(base.origin, connectTimeout)

  return {
    async *ask(request, context, signal) {
      const answer = await pool.request({ method: 'POST', path, headers, body: request, signal })
      const { statusCode: status, body } = answer
      // A body that is left behind still reports its end.
      body.on('error', () => {})
      let finished = false
      try {
        for await (const payload of readPayloads(body.iterator({ destroyOnReturn: false }), status)) {
          if (payload.kind === 'error') {
            const retryAfter = parseRetryAfter(answer.headers['retry-after'], clock.wall())
            throw failureOf(payload.error, { ...context, ...(retryAfter === undefined ? {} : { retryAfter }) })
          }
          if (status !== 200) break
          if (payload.kind === 'malformed') throw malformed(payload.reason, { retryable: true })
          finished = payload.finished
          yield payload
          if (finished) return
        }
        throw endOf(status, context)
      } finally {
        if (finished) void drain(body, clock)
        else body.destroy()
      }
    },
    warm: () => warmPool(pool, path),
    close: () => pool.destroy(),
  }
}

/** Why an answer ended without a finished result. */
function endOf(status: number, context: FailureContext): LectorError {
  if (status >= 400) return failureOf({ status, code: '', message: '' }, context)
  if (status !== 200) return malformed(`it has HTTP status ${status}`)
  const message = 'DashScope ended a stream before its last event'
  return new LectorError('speech.cut', { engine: 'dashscope' }, message, { retryable: true })
}
