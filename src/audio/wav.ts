import { BYTES_PER_SAMPLE, SAMPLE_RATE } from './format.ts'

/** Signed 16-bit little-endian PCM; channels are interleaved. */
export interface PcmFormat {
  /** Hertz. */
  readonly sampleRate: number
  readonly channels: number
}

/** The bytes are audio, but not 16-bit PCM: playing them as PCM would be loud noise. */
export class UnsupportedAudioError extends Error {
  override readonly name = 'UnsupportedAudioError'
}

/** Encodes s16le PCM as a RIFF/WAVE file (http://soundfile.sapp.org/doc/WaveFormat/). */
export function encodeWav(
  pcm: Uint8Array,
  { sampleRate, channels = 1 }: { sampleRate: number; channels?: number },
): Buffer {
  return Buffer.concat([encodeWavHeader(pcm.byteLength, { sampleRate, channels }), pcm])
}

/** The 44 bytes before the PCM. Streaming writers, which do not know the length, give a placeholder for `dataBytes`. */
export function encodeWavHeader(dataBytes: number, { sampleRate, channels }: PcmFormat): Buffer {
  const blockAlign = channels * BYTES_PER_SAMPLE
  const header = Buffer.alloc(44)
  header.write('RIFF', 0, 'latin1')
  header.writeUInt32LE((dataBytes + 36) >>> 0, 4)
  header.write('WAVEfmt ', 8, 'latin1')
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(FORMAT_PCM, 20)
  header.writeUInt16LE(channels, 22)
  header.writeUInt32LE(sampleRate, 24)
  header.writeUInt32LE(sampleRate * blockAlign, 28)
  header.writeUInt16LE(blockAlign, 32)
  header.writeUInt16LE(8 * BYTES_PER_SAMPLE, 34)
  header.write('data', 36, 'latin1')
  header.writeUInt32LE(dataBytes, 40)
  return header
}

export interface WavReader {
  /** Undefined until the header is complete or known to be absent. */
  readonly format: PcmFormat | undefined
  /** Returns the PCM in these bytes, in whole sample frames; throws `UnsupportedAudioError`. */
  push(bytes: Uint8Array): Buffer
  /** Returns what is held when the stream ends, without half a sample. */
  flush(): Buffer
}

/**
 * Reads PCM that may begin with a RIFF header, however it is cut into pieces. Speech services that promise bare PCM do
 * send such headers, and since they write them before they know the length, the sizes of the file and of `data` mean
 * nothing: the sound runs to the end of the stream. `bare` is the format of a stream without a header.
 */
export function createWavReader(bare: PcmFormat = { sampleRate: SAMPLE_RATE, channels: 1 }): WavReader {
  let format: PcmFormat | undefined
  let held: Buffer = EMPTY
  let pieces: Uint8Array[] = []
  let collected = 0
  let needed = 4

  const takeFrames = (bytes: Buffer, { channels }: PcmFormat): Buffer => {
    const all = held.length === 0 ? bytes : Buffer.concat([held, bytes])
    const whole = all.length - (all.length % (channels * BYTES_PER_SAMPLE))
    // A copy, because a slice would keep the whole piece alive.
    held = whole === all.length ? EMPTY : Buffer.from(all.subarray(whole))
    return all.subarray(0, whole)
  }

  return {
    get format() {
      return format
    },
    push(bytes) {
      if (format) return takeFrames(asBuffer(bytes), format)
      pieces.push(bytes)
      collected += bytes.byteLength
      if (collected < needed) return EMPTY
      const start = pieces.length === 1 ? asBuffer(bytes) : Buffer.concat(pieces, collected)
      pieces = [start]
      const header = readHeader(start)
      if (header.kind === 'incomplete') {
        needed = header.needed
        return EMPTY
      }
      pieces = []
      format = header.kind === 'wav' ? header.format : bare
      return takeFrames(header.kind === 'wav' ? start.subarray(header.length) : start, format)
    },
    flush() {
      const start = Buffer.concat(pieces)
      pieces = []
      held = EMPTY
      // Shorter than any magic word, or a header that never reached its sound.
      if (format || start.length >= 4) return EMPTY
      format = bare
      return takeFrames(start, format)
    },
  }
}

type Header =
  | { readonly kind: 'incomplete'; readonly needed: number }
  | { readonly kind: 'bare' }
  | { readonly kind: 'wav'; readonly format: PcmFormat; readonly length: number }

/** Detects the format from the first bytes, at least 4; `needed` is the number of bytes for the next decision. */
function readHeader(bytes: Buffer): Header {
  const magic = bytes.toString('latin1', 0, 4)
  if (magic.startsWith('ID3') || magic === 'OggS' || magic === 'fLaC') {
    throw new UnsupportedAudioError(`Cannot read audio that begins with "${magic.slice(0, 3)}": it is compressed`)
  }
  if (magic !== 'RIFF') return { kind: 'bare' }
  if (bytes.length < 12) return { kind: 'incomplete', needed: 12 }
  if (bytes.toString('latin1', 8, 12) !== 'WAVE') throw new UnsupportedAudioError('Cannot read RIFF that is not WAVE')

  let format: PcmFormat | undefined
  let offset = 12
  while (offset + 8 <= bytes.length) {
    const id = bytes.toString('latin1', offset, offset + 4)
    const size = bytes.readUInt32LE(offset + 4)
    offset += 8
    if (id === 'data') {
      if (!format) throw new UnsupportedAudioError('Cannot read a WAV whose "data" comes before its "fmt "')
      return { kind: 'wav', format, length: offset }
    }
    const next = offset + size + (size % 2)
    if (next > LONGEST_HEADER)
      throw new UnsupportedAudioError(`Cannot read a WAV whose header is longer than ${LONGEST_HEADER} bytes`)
    if (next > bytes.length) return { kind: 'incomplete', needed: next + 8 }
    if (id === 'fmt ') format = readFormat(bytes.subarray(offset, offset + size))
    offset = next
  }
  return { kind: 'incomplete', needed: offset + 8 }
}

function readFormat(chunk: Buffer): PcmFormat {
  if (chunk.length < 16) throw new UnsupportedAudioError('Cannot read a WAV with a short "fmt "')
  const tag = chunk.readUInt16LE(0)
  // WAVE_FORMAT_EXTENSIBLE keeps the real tag in the first two bytes of its GUID.
  const encoding = tag === FORMAT_EXTENSIBLE && chunk.length >= 26 ? chunk.readUInt16LE(24) : tag
  const channels = chunk.readUInt16LE(2)
  const sampleRate = chunk.readUInt32LE(4)
  const bits = chunk.readUInt16LE(14)
  if (encoding !== FORMAT_PCM || bits !== 16) {
    throw new UnsupportedAudioError(`Cannot read a WAV of encoding ${encoding} with ${bits} bits: only 16-bit PCM`)
  }
  if (channels < 1 || channels > 8 || sampleRate < 4_000 || sampleRate > 192_000) {
    throw new UnsupportedAudioError(`Cannot read a WAV of ${channels} channels at ${sampleRate} Hz`)
  }
  return { sampleRate, channels }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

const FORMAT_PCM = 1
const FORMAT_EXTENSIBLE = 0xfffe
const EMPTY = Buffer.alloc(0)
/** Chunks before `data` are short texts and cue points, so a longer header is broken or hostile. */
const LONGEST_HEADER = 65_536
