import { constants, createDeflate, deflateSync } from 'node:zlib'
import type { WebSocket } from 'ws'

export type Compression = 'none' | 'payload' | 'stream'

/** Sends one payload, in the order of the calls. */
export type Send = (payload: object) => void

/** How a connection's payloads go out (https://discord.com/developers/docs/events/gateway#encoding-and-compression). */
export function encoder(socket: WebSocket, compression: Compression): Send {
  if (compression === 'stream') return zlibStream(socket)
  if (compression === 'payload') return (payload) => socket.send(deflateSync(JSON.stringify(payload)))
  return (payload) => socket.send(JSON.stringify(payload))
}

/** One deflate stream for the whole connection; each payload ends with a sync flush, `00 00 ff ff`. */
function zlibStream(socket: WebSocket): Send {
  const deflate = createDeflate()
  let chunks: Buffer[] = []
  deflate.on('data', (chunk: Buffer) => chunks.push(chunk))
  socket.once('close', () => deflate.destroy())
  return (payload) => {
    deflate.write(JSON.stringify(payload))
    deflate.flush(constants.Z_SYNC_FLUSH, () => {
      socket.send(Buffer.concat(chunks))
      chunks = []
    })
  }
}
