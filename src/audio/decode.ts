import { decodeMp3 } from './mp3.ts'
import { createPcmReader } from './pcm-reader.ts'
import { sniff } from './sniff.ts'
import type { PcmFormat } from './wav.ts'

/**
 * Decodes whatever a speech service sends to s16le mono 24 kHz while it arrives, cut anywhere: WAV, bare PCM or MP3,
 * told by content. Throws `UnsupportedAudioError`, which names the format, for everything else.
 *
 * @param bare the format of PCM without a header, if the service has declared one
 */
export async function* decodeSound(source: AsyncIterable<Uint8Array>, bare?: PcmFormat): AsyncGenerator<Buffer> {
  const pieces = source[Symbol.asyncIterator]()
  try {
    const start: Uint8Array[] = []
    let kind = sniff(EMPTY)
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
      start.push(next.value)
      kind = sniff(Buffer.concat(start))
      if (kind !== undefined) break
    }
    const whole = { [Symbol.asyncIterator]: () => chain(start, pieces) }
    yield* kind === 'mp3' ? decodeMp3(whole) : decodePcm(whole, bare)
  } finally {
    await pieces.return?.()
  }
}

async function* decodePcm(source: AsyncIterable<Uint8Array>, bare: PcmFormat | undefined): AsyncGenerator<Buffer> {
  const reader = createPcmReader(bare)
  for await (const bytes of source) {
    const pcm = reader.push(bytes)
    if (pcm.length > 0) yield pcm
  }
  const rest = reader.flush()
  if (rest.length > 0) yield rest
}

/** Some bytes, then those of an iterator. A plain iterator, so that it costs a chunk nothing. */
function chain(start: Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncIterator<Uint8Array> {
  return {
    next: () => (start.length > 0 ? Promise.resolve({ done: false, value: start.shift()! }) : rest.next()),
  }
}

const EMPTY = Buffer.alloc(0)
