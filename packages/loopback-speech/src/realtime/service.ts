import { type IncomingMessage, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { REFUSALS } from '../refusals.ts'
import type { Caller } from '../served-request.ts'
import type { ServiceContext } from '../service-context.ts'
import { MODELS } from '../tables.ts'
import { RealtimeSession } from './session.ts'
import { formatError } from './wire.ts'

export interface RealtimeOptions {
  /** The status that handshakes are refused with, e.g. 503. */
  readonly handshake?: () => number | undefined
  /** Milliseconds without a word after which a session is closed; 60 s, as at DashScope. */
  readonly idleLimit?: number
}

export interface RealtimeService {
  readonly path: string
  /** How many connections have been opened. */
  readonly connections: number
  /** Takes over an HTTP upgrade. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void
  close(): void
}

/** Qwen3-TTS over a WebSocket (https://www.alibabacloud.com/help/en/model-studio/qwen-tts-realtime). */
export function createRealtimeService(context: ServiceContext, options: RealtimeOptions = {}): RealtimeService {
  const sockets = new WebSocketServer({ noServer: true })
  let connections = 0

  function serve(socket: WebSocket, model: string, caller: Caller): void {
    if (MODELS.get(model)?.transport === 'websocket') {
      new RealtimeSession(socket, model, caller, context, options.idleLimit ?? 60_000)
    } else {
      socket.send(formatError(REFUSALS.unknownModel.code, REFUSALS.unknownModel.message))
      socket.close(1008)
    }
  }

  return {
    path: '/api-ws/v1/realtime',
    get connections() {
      return connections
    },
    accept(request, socket, head) {
      const caller = context.callerOf(request)
      const status = options.handshake?.()
      if (status !== undefined || !caller) {
        const refused = status ?? 401
        socket.end(`HTTP/1.1 ${refused} ${STATUS_CODES[refused]}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`)
        return
      }
      connections++
      const { searchParams } = new URL(request.url ?? '/', 'ws://service')
      sockets.handleUpgrade(request, socket, head, (opened) => serve(opened, searchParams.get('model') ?? '', caller))
    },
    close() {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
}
