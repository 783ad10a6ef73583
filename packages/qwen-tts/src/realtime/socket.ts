import { on } from 'node:events'
import type { Duplex } from 'node:stream'
import { Agent, type Dispatcher, errors, WebSocket } from 'undici'
import { parseServerEvent, type ServerEvent } from './events.ts'
import { type ClientMessage, formatMessage } from './messages.ts'

/** How a connection ended. */
export type Closing =
  /** The server answered the handshake with something other than a WebSocket. */
  | { readonly kind: 'refused'; readonly status: number }
  /** The connection was not established in time. */
  | { readonly kind: 'late'; readonly cause: unknown }
  | { readonly kind: 'unreached'; readonly cause: unknown }
  | { readonly kind: 'closed'; readonly code: number; readonly reason: string }

export interface RealtimeSocket {
  /** Undefined while the connection is open or being opened. */
  readonly closing: Closing | undefined
  /** The server's next event; undefined once the connection has closed. */
  next(): Promise<ServerEvent | undefined>
  /** Does nothing once the connection has closed. */
  send(message: ClientMessage): void
  /** Cuts the connection at once: the service has no other way to stop it from speaking. */
  close(): void
}

/** What all connections share: how long they may take and how much one frame may hold. */
export function createRealtimeAgent(connectTimeout: number): Agent {
  return new Agent({
    connect: { timeout: connectTimeout },
    // The service speaks WebSocket over HTTP/1.1 alone.
    allowH2: false,
    webSocket: { maxPayloadSize: MAX_FRAME_BYTES },
  })
}

/** Opens a connection; `closing` says what went wrong with it, and `closed` is called then. */
export function openSocket(
  url: URL,
  headers: Record<string, string>,
  agent: Agent,
  closed: () => void,
): RealtimeSocket {
  const handshake: Handshake = {}
  const socket = new WebSocket(url, { headers, dispatcher: agent.compose(watch(handshake)) })
  const frames = on(socket, 'message', { close: ['close'] })
  let closing: Closing | undefined
  socket.addEventListener('close', ({ code, reason }) => {
    closing = closingOf(handshake, code, reason)
    closed()
  })

  return {
    get closing() {
      return closing
    },
    async next() {
      const { value } = await frames.next()
      if (value === undefined) return undefined
      const { data } = value[0] as { data: unknown }
      return typeof data === 'string' ? parseServerEvent(data) : { kind: 'malformed', reason: 'a frame is not text' }
    },
    send(message) {
      if (socket.readyState === WebSocket.OPEN) socket.send(formatMessage(message))
    },
    close() {
      socket.close()
      handshake.socket?.destroy()
    },
  }
}

/** What undici's WebSocket keeps to itself: why a handshake failed, and the socket under the frames. */
interface Handshake {
  status?: number
  socket?: Duplex
  error?: Error
}

function watch(handshake: Handshake): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) =>
    dispatch(options, {
      onRequestStart: (controller, context) => handler.onRequestStart?.(controller, context),
      onRequestUpgrade(controller, status, headers, socket) {
        handshake.socket = socket
        return handler.onRequestUpgrade?.(controller, status, headers, socket)
      },
      onResponseStart(controller, status, headers, message) {
        handshake.status = status
        return handler.onResponseStart?.(controller, status, headers, message)
      },
      onResponseData: (controller, chunk) => handler.onResponseData?.(controller, chunk),
      onResponseEnd: (controller, trailers) => handler.onResponseEnd?.(controller, trailers),
      onResponseError(controller, error) {
        handshake.error ??= error
        return handler.onResponseError?.(controller, error)
      },
    })
}

function closingOf({ socket, status, error }: Handshake, code: number, reason: string): Closing {
  if (socket) return { kind: 'closed', code, reason }
  if (status !== undefined) return { kind: 'refused', status }
  return { kind: error instanceof errors.ConnectTimeoutError ? 'late' : 'unreached', cause: error }
}

/** Half a minute of audio in one frame; usual ones have a third of a second. */
const MAX_FRAME_BYTES = 2 * 1024 * 1024
