import { BYTES_PER_SAMPLE } from './format.ts'
import type { SampleFormat } from './samples.ts'
import type { SoundKind } from './sniff.ts'

/** The bytes are no PCM: playing them as PCM would be loud noise. */
export class UnsupportedAudioError extends Error {
  override readonly name = 'UnsupportedAudioError'
  /** What the bytes are, if they are known. */
  readonly kind: SoundKind | undefined

  constructor(message: string, kind?: SoundKind) {
    super(message)
    this.kind = kind
  }
}

/** A whole RIFF/WAVE file around s16le PCM (http://soundfile.sapp.org/doc/WaveFormat/). */
export function encodeWav(
  pcm: Uint8Array,
  { sampleRate, channels = 1 }: { sampleRate: number; channels?: number },
): Buffer {
  return Buffer.concat([encodeWavHeader(pcm.byteLength, { sampleRate, channels }), pcm])
}

/** The 44 bytes before the PCM. Streaming writers, which do not know the length, give a placeholder for `dataBytes`. */
export function encodeWavHeader(
  dataBytes: number,
  { sampleRate, channels }: { sampleRate: number; channels: number },
): Buffer {
  const blockAlign = channels * BYTES_PER_SAMPLE
  const header = Buffer.alloc(44)
  header.write('RIFF', 0, 'latin1')
  header.writeUInt32LE((dataBytes + 36) >>> 0, 4)
  header.write('WAVEfmt ', 8, 'latin1')
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(channels, 22)
  header.writeUInt32LE(sampleRate, 24)
  header.writeUInt32LE(sampleRate * blockAlign, 28)
  header.writeUInt16LE(blockAlign, 32)
  header.writeUInt16LE(8 * BYTES_PER_SAMPLE, 34)
  header.write('data', 36, 'latin1')
  header.writeUInt32LE(dataBytes, 40)
  return header
}

export interface RiffHeader {
  /** Bytes before the sound. */
  readonly length: number
  /** Bytes of sound; Infinity if the size is a placeholder. */
  readonly dataBytes: number
  readonly sampleRate: number
  readonly channels: number
  /** 1 is PCM, 3 is floats. */
  readonly encoding: number
  readonly samples: SampleFormat
}

/** Walks over the chunks to the sound; undefined while bytes are missing. Throws `UnsupportedAudioError`. */
export function readRiffHeader(bytes: Buffer): RiffHeader | undefined {
  if (bytes.length < 12) return undefined
  if (bytes.toString('latin1', 8, 12) !== 'WAVE') throw new UnsupportedAudioError('Cannot read RIFF that is not WAVE')
  let format: Omit<RiffHeader, 'length' | 'dataBytes'> | undefined
  let offset = 12
  while (offset + 8 <= bytes.length) {
    const id = bytes.toString('latin1', offset, offset + 4)
    const size = bytes.readUInt32LE(offset + 4)
    offset += 8
    if (id === 'data') {
      if (!format) throw new UnsupportedAudioError('Cannot read a WAV whose "data" comes before its "fmt "')
      return { ...format, length: offset, dataBytes: isPlaceholder(size) ? Number.POSITIVE_INFINITY : size }
    }
    const next = offset + size + (size % 2)
    if (next > LONGEST_HEADER) throw new UnsupportedAudioError('Cannot read a WAV with so long a header')
    if (next > bytes.length) return undefined
    if (id === 'fmt ') format = readFormat(bytes.subarray(offset, offset + size))
    offset = next
  }
  return undefined
}

function readFormat(chunk: Buffer): Omit<RiffHeader, 'length' | 'dataBytes'> {
  if (chunk.length < 16) throw new UnsupportedAudioError('Cannot read a WAV with a short "fmt "')
  const tag = chunk.readUInt16LE(0)
  // WAVE_FORMAT_EXTENSIBLE keeps the real tag in the first two bytes of its GUID.
  const encoding = tag === EXTENSIBLE && chunk.length >= 26 ? chunk.readUInt16LE(24) : tag
  const bits = chunk.readUInt16LE(14)
  return {
    encoding,
    channels: chunk.readUInt16LE(2),
    sampleRate: chunk.readUInt32LE(4),
    samples: { bits, ...(encoding === FLOAT && { float: true }) },
  }
}

/** Writers that do not know the length write 0, or a number near 2^31 or 2^32. */
function isPlaceholder(size: number): boolean {
  return size === 0 || size >= 0x7fff_0000
}

const FLOAT = 3
const EXTENSIBLE = 0xfffe
/** Chunks before `data` are short texts and cue points; a header that announces more is a broken or hostile one. */
const LONGEST_HEADER = 65_536
