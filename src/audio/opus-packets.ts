import { Framer } from './framing.ts'
import { OpusEncoder } from './opus.ts'

/** Encodes a PCM stream, in pieces of any size, as 20 ms Opus packets, the last one padded with silence. */
export async function* opusPackets(pcm: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const encoder = await OpusEncoder.open()
  try {
    const framer = new Framer()
    for await (const piece of pcm) for (const frame of framer.push(piece)) yield encoder.encode(frame)
    const last = framer.flush()
    if (last) yield encoder.encode(last)
  } finally {
    encoder.close()
  }
}
