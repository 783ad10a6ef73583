import { setImmediate as turn } from 'node:timers/promises'
import { type Dispatcher, errors, Pool } from 'undici'
import { networkError, QwenTtsError, timeoutError } from './errors.ts'

export interface ConnectionOptions {
  /** Milliseconds until a connection is established, TLS included. */
  readonly connectTimeout: number
  /** Milliseconds that DashScope may stay silent; 0 for no limit. */
  readonly timeout: number
}

export type Answer = Dispatcher.ResponseData

export interface Connection {
  send(request: {
    readonly method: 'GET' | 'POST'
    readonly path: string
    readonly headers: Record<string, string>
    readonly body?: string
    readonly signal?: AbortSignal | undefined
    /** In place of the connection's own. */
    readonly timeout?: number
  }): Promise<Answer>
  /** Opens a connection with a request that costs nothing. Never rejects. */
  warm(path: string): Promise<void>
  close(): Promise<void>
}

/** The connections to one origin, kept open between requests. */
export function openConnection(origin: string, options: ConnectionOptions): Connection {
  const pool = new Pool(origin, {
    connect: { timeout: options.connectTimeout },
    // undici's default of 4 s would open a new connection, two or three round trips, for almost every sentence.
    keepAliveTimeout: 60_000,
  })
  return {
    async send({ timeout = options.timeout, signal, ...request }) {
      const answer = await pool.request({
        ...request,
        ...(signal && { signal }),
        headersTimeout: timeout,
        bodyTimeout: timeout,
      })
      // A body that is left behind still reports its end.
      answer.body.on('error', () => {})
      return answer
    },
    async warm(path) {
      try {
        // Not HEAD: undici closes a connection after one.
        const { body } = await pool.request({ method: 'GET', path })
        await body.dump()
        // undici gives a connection out again only a turn of the event loop after its answer.
        await turn()
      } catch {
        // The first real request opens its own connection and reports what is wrong with it.
      }
    },
    close: () => pool.destroy(),
  }
}

/** Reads on to the end of a finished answer, so that its connection can serve the next one. */
export function drain({ body }: Answer): void {
  const linger = setTimeout(() => body.destroy(), LINGER)
  body.once('close', () => clearTimeout(linger))
  body.resume()
}

/** Turns undici's errors into ours; throws the signal's reason if it has aborted. */
export function toError(error: unknown, options: ConnectionOptions, signal?: AbortSignal): unknown {
  if (signal?.aborted) return signal.reason
  if (error instanceof QwenTtsError) return error
  if (error instanceof errors.ConnectTimeoutError) return timeoutError('connection', options.connectTimeout, error)
  if (error instanceof errors.HeadersTimeoutError) return timeoutError('answer', options.timeout, error)
  if (error instanceof errors.BodyTimeoutError) return timeoutError('data', options.timeout, error)
  return networkError(error)
}

/** The milliseconds of a `Retry-After` header, which holds seconds or a date; `now` is in milliseconds since 1970. */
export function parseRetryAfter(header: string | string[] | undefined, now = Date.now()): number | undefined {
  const value = Array.isArray(header) ? header[0] : header
  if (value === undefined) return undefined
  const wait = /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined
}

/** The end of a good answer comes with its last event; one that does not come is not worth a connection. */
const LINGER = 1_000
