import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { HeardFrame, Listener } from '@lector/loopback-discord'
import { match, route, targetOf } from '@lector/loopback-discord/http'
import { type WebSocket, WebSocketServer } from 'ws'
import type { ControlledSandbox } from './controlled-sandbox.ts'
import type { Directory } from './directory.ts'
import { isLocalRequest } from './local-requests.ts'

/**
 * `GET /people/mia/live` as a WebSocket: what she hears of the bot, frame by frame, while she hears it. A message is a
 * header of 16 bytes and 960 samples, s16 mono 48 kHz; all little-endian:
 *
 * | Bytes | What |
 * |---|---|
 * | 0-7 | arrival, float64, milliseconds of the sandbox's clock |
 * | 8-11 | RTP timestamp, uint32 |
 * | 12-13 | RTP sequence number, uint16 |
 * | 14-15 | 1 for silence, else 0 |
 *
 * Whatever text the client sends comes back as `{ "echo": text, "now": … }` with the sandbox's clock, so that it can
 * set its own by it.
 */
export class LiveSound {
  readonly #sandbox: ControlledSandbox
  readonly #directory: Directory
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: LONGEST_ECHO, perMessageDeflate: false })

  constructor(sandbox: ControlledSandbox, directory: Directory) {
    this.#sandbox = sandbox
    this.#directory = directory
  }

  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const found = match(PATHS, 'GET', targetOf(request).path)
    const userId = found && this.#userId(found.params.person ?? '')
    if (!isLocalRequest(request) || userId === undefined) {
      socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n')
      return
    }
    this.#sockets.handleUpgrade(request, socket, head, (opened) => this.#serve(opened, userId))
  }

  close(): void {
    for (const socket of this.#sockets.clients) socket.terminate()
    this.#sockets.close()
  }

  #userId(person: string): string | undefined {
    try {
      return this.#directory.person(person).id
    } catch {
      return undefined
    }
  }

  #serve(socket: WebSocket, userId: string): void {
    const { voicePresence, fixture } = this.#sandbox
    let ear: Listener | undefined
    const pass = (speaker: string, pcm: Int16Array, frame: HeardFrame) => {
      if (speaker !== fixture.bot.user.id || socket.bufferedAmount > LONGEST_BACKLOG) return
      socket.send(encodeFrame(pcm, frame))
    }
    const listenWith = (listener: Listener | undefined) => {
      ear?.off('sound', pass)
      ear = listener?.on('sound', pass)
    }
    const entered = (who: string, listener: Listener) => {
      if (who === userId) listenWith(listener)
    }
    listenWith(voicePresence.find(userId))
    voicePresence.on('entered', entered)
    socket.on('message', (text) => socket.send(JSON.stringify({ echo: String(text), now: performance.now() })))
    socket.on('error', () => {})
    socket.on('close', () => {
      listenWith(undefined)
      voicePresence.off('entered', entered)
    })
  }
}

export function encodeFrame(pcm: Int16Array, { arrival, timestamp, sequence, silence }: HeardFrame): Buffer {
  const header = Buffer.alloc(HEADER_BYTES)
  header.writeDoubleLE(arrival)
  header.writeUInt32LE(timestamp >>> 0, 8)
  header.writeUInt16LE(sequence, 12)
  header.writeUInt16LE(silence ? 1 : 0, 14)
  return Buffer.concat([header, new Uint8Array(pcm.buffer, pcm.byteOffset, pcm.byteLength)])
}

const PATHS = [route('GET', '/people/:person/live', () => undefined)]
const HEADER_BYTES = 16
const LONGEST_ECHO = 256
/** One second of sound: a page that falls behind skips ahead. */
const LONGEST_BACKLOG = 96_000
