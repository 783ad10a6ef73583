import { SAMPLE_RATE } from './format.ts'
import { isReadable, S16, type SampleFormat, toS16 } from './samples.ts'
import { type SoundKind, sniff } from './sniff.ts'
import { type RiffHeader, readRiffHeader, UnsupportedAudioError } from './wav-header.ts'

export { encodeWav, encodeWavHeader, UnsupportedAudioError } from './wav-header.ts'

/** PCM of some rate; several channels are interleaved. */
export interface PcmFormat {
  /** Hertz. */
  readonly sampleRate: number
  readonly channels: number
  /** How samples are written; s16le unless given. */
  readonly samples?: SampleFormat
}

export interface WavReader {
  /** Undefined until the header is complete, or until it is certain that there is none. */
  readonly format: PcmFormat | undefined
  /** s16le in whole sample frames; throws `UnsupportedAudioError`. */
  push(bytes: Uint8Array): Buffer
  /** What was still held when the stream ended. A part of a frame is dropped. */
  flush(): Buffer
}

/**
 * Reads PCM that may begin with a RIFF header, however it is cut into pieces. The `data` chunk ends where its size says,
 * so chunks after it are not played; a size that is a placeholder, because it was written before the length was known,
 * lets the sound run to the end of the stream. A further WAV after the first goes on with its sound.
 *
 * @param bare the format of a stream without a header
 */
export function createWavReader(bare: PcmFormat = { sampleRate: SAMPLE_RATE, channels: 1 }): WavReader {
  let format: PcmFormat | undefined
  let samples: SampleFormat = S16
  let held: Buffer = EMPTY
  /** At the start of the stream or of another WAV, in the sound, right after it, or in what is not played. */
  let place: 'start' | 'sound' | 'rest' | 'over' = 'start'
  /** Bytes of sound left in the `data` chunk. */
  let left = Number.POSITIVE_INFINITY

  function take(bytes: Buffer, ended: boolean): Buffer {
    if (place === 'over') return EMPTY
    held = held.length === 0 ? bytes : Buffer.concat([held, bytes])
    const out: Buffer[] = []
    for (;;) {
      if (place === 'start' && !begin(ended)) break
      if (place === 'sound') out.push(sound())
      if (place !== 'rest' || !nextWav()) break
    }
    return out.length === 1 ? out[0]! : Buffer.concat(out)
  }

  /** Reads a header; false while it is not complete. */
  function begin(ended: boolean): boolean {
    const kind = sniff(held, ended)
    if (kind === undefined) return false
    if (kind !== 'wav' && kind !== 'pcm') throw new UnsupportedAudioError(`Cannot read ${NAMES[kind]}`, kind)
    if (kind === 'pcm') {
      enter(bare, Number.POSITIVE_INFINITY)
      return true
    }
    const header = readRiffHeader(held)
    if (!header) return false
    held = held.subarray(header.length)
    enter(formatOf(header), header.dataBytes)
    return true
  }

  function enter(next: PcmFormat, bytes: number): void {
    format ??= next
    if (next.sampleRate !== format.sampleRate || next.channels !== format.channels) {
      throw new UnsupportedAudioError('Cannot read a WAV whose format changes')
    }
    samples = next.samples ?? S16
    left = bytes
    place = 'sound'
  }

  /** The whole frames that are there. */
  function sound(): Buffer {
    const frame = (format!.channels * samples.bits) / 8
    const here = Math.min(held.length, left)
    const whole = here - (here % frame)
    const bytes = held.subarray(0, whole)
    left -= whole
    if (left < frame) place = 'rest'
    // A copy, so that one byte does not keep a whole piece alive.
    held = whole === held.length ? EMPTY : Buffer.from(held.subarray(whole))
    return toS16(bytes, samples)
  }

  /** After the sound and its padding: another WAV is read, anything else is dropped. */
  function nextWav(): boolean {
    if (held.length < 5) return false
    const at = held.indexOf('RIFF')
    if (at === 0 || at === 1) {
      held = held.subarray(at)
      place = 'start'
      return true
    }
    place = 'over'
    return false
  }

  return {
    get format() {
      return format
    },
    push: (bytes) => take(asBuffer(bytes), false),
    flush() {
      const rest = take(EMPTY, true)
      held = EMPTY
      return rest
    },
  }
}

function formatOf({ sampleRate, channels, samples, encoding }: RiffHeader): PcmFormat {
  if (!isReadable(samples) || (encoding !== PCM && encoding !== FLOAT)) {
    throw new UnsupportedAudioError(`Cannot read a WAV of encoding ${encoding} with ${samples.bits} bits`)
  }
  if (channels < 1 || channels > 8 || sampleRate < 4_000 || sampleRate > 192_000) {
    throw new UnsupportedAudioError(`Cannot read a WAV of ${channels} channels at ${sampleRate} Hz`)
  }
  const s16 = samples.bits === 16 && !samples.float
  return { sampleRate, channels, ...(!s16 && { samples }) }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

const PCM = 1
const FLOAT = 3
const EMPTY = Buffer.alloc(0)

const NAMES: Readonly<Record<Exclude<SoundKind, 'wav' | 'pcm'>, string>> = {
  mp3: 'MP3',
  aac: 'AAC',
  mp4: 'MP4 (M4A)',
  ogg: 'Ogg',
  flac: 'FLAC',
  webm: 'WebM',
  aiff: 'AIFF',
  amr: 'AMR',
  au: 'AU',
  text: 'text: it is no sound',
}
