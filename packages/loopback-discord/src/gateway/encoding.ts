import { constants, createDeflate, createZstdCompress, deflateSync } from 'node:zlib'
import type { WebSocket } from 'ws'

export type Compression = 'none' | 'payload' | 'zlib-stream' | 'zstd-stream'

/** Sends one payload, in the order of the calls. */
export type Send = (payload: object) => void

/** How a connection's payloads go out (https://discord.com/developers/docs/events/gateway#encoding-and-compression). */
export function encoder(socket: WebSocket, compression: Compression): Send {
  switch (compression) {
    case 'none':
      return (payload) => socket.send(JSON.stringify(payload))
    case 'payload':
      return (payload) => socket.send(deflateSync(JSON.stringify(payload)))
    case 'zlib-stream':
      // Each payload ends with a sync flush, `00 00 ff ff`.
      return compressed(socket, createDeflate(), constants.Z_SYNC_FLUSH)
    case 'zstd-stream':
      return compressed(socket, createZstdCompress(), constants.ZSTD_e_flush)
  }
}

type Compressor = ReturnType<typeof createDeflate | typeof createZstdCompress>

/** One compressed stream for the whole connection; a client can read each message as soon as it is there. */
function compressed(socket: WebSocket, compressor: Compressor, flush: number): Send {
  let chunks: Buffer[] = []
  compressor.on('data', (chunk: Buffer) => chunks.push(chunk))
  socket.once('close', () => compressor.destroy())
  return (payload) => {
    compressor.write(JSON.stringify(payload))
    compressor.flush(flush, () => {
      socket.send(Buffer.concat(chunks))
      chunks = []
    })
  }
}
