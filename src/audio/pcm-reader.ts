import { SAMPLE_RATE } from './format.ts'
import { GUESS_BYTES, guessSamples } from './guess-samples.ts'
import { createPcmConverter, type PcmConverter } from './pcm-converter.ts'
import { S16 } from './samples.ts'
import { sniff } from './sniff.ts'
import { createWavReader, type PcmFormat, UnsupportedAudioError, type WavReader } from './wav.ts'

export interface PcmReader {
  /** s16le mono 24 kHz in whole samples, maybe empty; throws `UnsupportedAudioError`. */
  push(bytes: Uint8Array): Buffer
  /** The rest; the stream is then over. */
  flush(): Buffer
}

/**
 * Turns what speech services send into the one format inside: bare PCM or WAV, any usual rate and width, mono or
 * stereo, cut anywhere. `bare` is the format of a stream without a WAV header; how its samples are really written is
 * judged by its first 4 KB, and what is noise in every way is refused.
 */
export function createPcmReader(bare: PcmFormat = { sampleRate: SAMPLE_RATE, channels: 1 }): PcmReader {
  let wav: WavReader | undefined
  let held: Buffer[] = []
  let length = 0
  let converter: PcmConverter | undefined

  /** Bare PCM is held back until there is enough to judge. */
  function read(bytes: Uint8Array, ended: boolean): Buffer {
    if (wav) return ended ? wav.flush() : wav.push(bytes)
    held.push(Buffer.from(bytes))
    length += bytes.byteLength
    const start = held.length === 1 ? held[0]! : Buffer.concat(held, length)
    held = [start]
    const kind = sniff(start, ended)
    if (kind === undefined || (kind === 'pcm' && length < GUESS_BYTES && !ended)) return EMPTY
    wav = createWavReader(kind === 'pcm' ? withSamples(start, bare) : bare)
    const out = wav.push(start)
    return ended ? Buffer.concat([out, wav.flush()]) : out
  }

  function convert(pcm: Buffer): Buffer {
    if (!wav?.format || pcm.length === 0) return pcm
    converter ??= createPcmConverter(wav.format)
    return converter.push(pcm)
  }

  return {
    push: (bytes) => convert(read(bytes, false)),
    flush() {
      const last = convert(read(EMPTY, true))
      return converter ? Buffer.concat([last, converter.flush()]) : last
    },
  }
}

function withSamples(start: Buffer, bare: PcmFormat): PcmFormat {
  const samples = guessSamples(start.subarray(0, GUESS_BYTES), bare.samples)
  if (!samples) throw new UnsupportedAudioError('Cannot read audio that is noise: it is no PCM')
  return samples === S16 ? { sampleRate: bare.sampleRate, channels: bare.channels } : { ...bare, samples }
}

const EMPTY = Buffer.alloc(0)
