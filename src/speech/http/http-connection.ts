import { type Dispatcher, Pool } from 'undici'
import type { Clock } from '../../kernel/clock.ts'

/** The connections to one origin, kept open between sentences. */
export function openPool(origin: string, connectTimeout: number): Pool {
  return new Pool(origin, {
    connect: { timeout: connectTimeout },
    // undici's default of 4 s would open a new connection, two or three round trips, for almost every sentence.
    keepAliveTimeout: 60_000,
    // The speech deadlines watch the whole request, and pause while the listener takes its time.
    headersTimeout: 0,
    bodyTimeout: 0,
  })
}

/** Reads on to the end of a finished answer, so that its connection can serve the next one. */
export async function drain(body: Dispatcher.ResponseData['body'], clock: Clock): Promise<void> {
  const ended = new AbortController()
  body.once('close', () => ended.abort())
  body.resume()
  await clock.sleep(LINGER, ended.signal).catch(() => {})
  body.destroy()
}

/** The milliseconds of a `Retry-After` header, which holds seconds or a date; `wall` is now since 1970. */
export function parseRetryAfter(header: string | string[] | undefined, wall: number): number | undefined {
  const value = Array.isArray(header) ? header[0] : header
  if (value === undefined) return undefined
  const wait = /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value) - wall
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined
}

/** The end of a good answer comes with its last event; one that does not come is not worth a connection. */
const LINGER = 1_000
