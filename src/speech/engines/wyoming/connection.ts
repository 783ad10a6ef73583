import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { LectorError } from '../../../kernel/errors.ts'
import type { Fields } from '../../http/json.ts'
import { createEventReader, encodeEvent, type WyomingEvent } from './protocol.ts'

export const ENGINE = 'wyoming'

export interface Address {
  readonly host: string
  readonly port: number
}

export interface WyomingConnection {
  send(type: string, data?: Fields): void
  /** What the server says, until it closes the connection. */
  events(): AsyncGenerator<WyomingEvent>
  close(): void
}

/** Opens a connection; an aborted signal closes it at once, which is how a server is told to stop. */
export async function openConnection({ host, port }: Address, signal: AbortSignal): Promise<WyomingConnection> {
  signal.throwIfAborted()
  const socket = connect({ host, port, noDelay: true })
  const close = () => socket.destroy()
  signal.addEventListener('abort', close, { once: true })
  socket.once('close', () => signal.removeEventListener('abort', close))
  try {
    await once(socket, 'connect', { signal })
  } catch (error) {
    socket.on('error', () => {}).destroy()
    if (signal.aborted) throw signal.reason
    throw unreached(error, host, port)
  }
  // How a connection ended shows in what is missing.
  socket.on('error', () => {})
  return {
    send: (type, data) => void socket.write(encodeEvent(type, data)),
    events: () => eventsOf(socket, signal),
    close,
  }
}

async function* eventsOf(socket: Socket, signal: AbortSignal): AsyncGenerator<WyomingEvent> {
  const reader = createEventReader()
  try {
    for await (const bytes of socket) {
      const events = reader.push(bytes)
      if (!events) throw malformed('it is not the Wyoming protocol')
      yield* events
    }
  } catch (error) {
    if (signal.aborted) throw signal.reason
    if (error instanceof LectorError) throw error
    // A reset connection ends as one that was closed: too early.
  }
  signal.throwIfAborted()
}

export function malformed(reason: string, cause?: unknown): LectorError {
  const message = `Cannot read the Wyoming server's answer: ${reason}`
  return new LectorError('speech.malformed', { engine: ENGINE }, message, cause === undefined ? {} : { cause })
}

function unreached(error: unknown, host: string, port: number): LectorError {
  const { code = 'the connection failed' } = error as { code?: string }
  const message = `Cannot reach tcp://${host}:${port}: ${code}`
  return new LectorError('speech.network', { engine: ENGINE }, message, { retryable: true, cause: error })
}
