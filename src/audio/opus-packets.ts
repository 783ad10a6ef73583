import { OpusEncoder } from './opus.ts'

/** Encodes a PCM stream in pieces of any size as 20 ms Opus packets. Silence pads the last one. */
export async function* opusPackets(pcm: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const encoder = await OpusEncoder.open()
  try {
    for await (const piece of pcm) yield* encoder.encode(piece)
    yield* encoder.flush()
  } finally {
    encoder.close()
  }
}
