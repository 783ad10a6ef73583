import type { Agent } from 'undici'
import type { ConnectionOptions } from '../connection.ts'
import { malformed, networkError, type QwenTtsError, timeoutError } from '../errors.ts'
import type { ServerEvent } from './events.ts'
import { closeError, handshakeError, sessionError } from './failures.ts'
import { type SessionSettings, updateMessage } from './messages.ts'
import { openSocket, type RealtimeSocket } from './socket.ts'

export type SessionEvent =
  | Exclude<ServerEvent, { kind: 'session-created' | 'error' | 'malformed' }>
  | { readonly kind: 'error'; readonly error: QwenTtsError }

/**
 * One connection, which serves one session: `update` once, then any number of `append` and `commit`, then `finish`.
 */
export interface RealtimeSession extends AsyncIterable<SessionEvent> {
  readonly model: string
  /** Undefined until the server has greeted. */
  readonly id: string | undefined
  /** Resolves when the server has greeted; rejects with a `QwenTtsError`. */
  readonly ready: Promise<void>
  /** True once the connection has ended. */
  readonly closed: boolean
  update(settings: SessionSettings): void
  append(text: string): void
  /** Has what was appended spoken. Committing nothing is an error. */
  commit(): void
  /** Forgets what was appended; in `commit` mode only. */
  clear(): void
  /** Ends the text: the server speaks the rest and closes the session. */
  finish(): void
  /** The server's next event; undefined after `session-finished`. Throws when the connection ends before. */
  next(): Promise<SessionEvent | undefined>
  /** Cuts the connection at once. */
  close(): void
}

export interface SessionOptions extends ConnectionOptions {
  readonly url: URL
  readonly headers: Record<string, string>
  readonly agent: Agent
  /** Called when the connection has ended. */
  readonly closed: () => void
}

export function openSession(model: string, options: SessionOptions): RealtimeSession {
  const action = `speak with model "${model}"`
  const socket = openSocket(options.url, options.headers, options.agent, options.closed)
  let id: string | undefined
  let finished = false
  let late = false

  async function greet(): Promise<void> {
    const timer = options.timeout === 0 ? undefined : setTimeout(giveUp, options.timeout)
    try {
      const event = (await socket.next()) ?? throwClosed()
      if (event.kind === 'session-created') {
        id = event.sessionId
        return
      }
      socket.close()
      if (event.kind === 'error') throw sessionError(event.error, action)
      throw malformed('a session did not begin with its greeting', { retryable: true })
    } finally {
      clearTimeout(timer)
    }
  }

  function giveUp(): void {
    late = true
    socket.close()
  }

  function throwClosed(): never {
    if (late) throw timeoutError('greeting', options.timeout)
    throw endOf(socket, action, options)
  }

  const ready = greet()
  // A failure that nobody waits for is reported by `next`.
  ready.catch(() => {})

  const session: RealtimeSession = {
    model,
    ready,
    get id() {
      return id
    },
    get closed() {
      return socket.closing !== undefined
    },
    update: (settings) => socket.send(updateMessage(settings)),
    append: (text) => socket.send({ type: 'input_text_buffer.append', text }),
    commit: () => socket.send({ type: 'input_text_buffer.commit' }),
    clear: () => socket.send({ type: 'input_text_buffer.clear' }),
    finish: () => socket.send({ type: 'session.finish' }),
    async next() {
      await ready
      if (finished) return undefined
      const event = (await socket.next()) ?? throwClosed()
      if (event.kind === 'session-finished') finished = true
      if (event.kind === 'error') return { kind: 'error', error: sessionError(event.error, action) }
      if (event.kind === 'malformed') throw malformed(event.reason, { retryable: true })
      if (event.kind === 'session-created') return { kind: 'other', type: 'session.created', fields: {} }
      return event
    },
    close: () => socket.close(),
    async *[Symbol.asyncIterator]() {
      try {
        for (let event = await session.next(); event; event = await session.next()) yield event
      } finally {
        socket.close()
      }
    },
  }
  return session
}

/** Why a connection ended before its session. */
function endOf({ closing }: RealtimeSocket, action: string, { connectTimeout }: ConnectionOptions): QwenTtsError {
  switch (closing?.kind) {
    case 'refused':
      return handshakeError(closing.status, action)
    case 'late':
      return timeoutError('connection', connectTimeout, closing.cause)
    case 'closed':
      return closeError(closing.code, closing.reason, action)
    default:
      return networkError(closing?.cause)
  }
}
