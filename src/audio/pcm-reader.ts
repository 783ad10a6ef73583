import { BYTES_PER_SAMPLE, SAMPLE_RATE } from './format.ts'
import { createResampler, type Resampler } from './resample.ts'
import { createWavReader, type PcmFormat, UnsupportedAudioError } from './wav.ts'

export interface PcmReader {
  /** s16le mono 24 kHz in whole samples, maybe empty; throws `UnsupportedAudioError`. */
  push(bytes: Uint8Array): Buffer
  /** The rest; the stream is then over. */
  flush(): Buffer
}

/**
 * Turns what speech services send into the one format inside: bare PCM or WAV, any usual rate, mono or stereo, cut
 * anywhere. `bare` is the format of a stream without a WAV header.
 */
export function createPcmReader(bare?: PcmFormat): PcmReader {
  const wav = createWavReader(bare)
  let resampler: Resampler | undefined

  const convert = (pcm: Buffer): Buffer => {
    if (!wav.format || pcm.length === 0) return pcm
    const { sampleRate, channels } = wav.format
    // A filter bank's size follows the ratio, so a header must not be able to ask for any.
    if (!USUAL_RATES.has(sampleRate)) throw new UnsupportedAudioError(`Cannot read audio of ${sampleRate} Hz`)
    resampler ??= createResampler(sampleRate, SAMPLE_RATE)
    return resampler.push(channels === 1 ? pcm : mixDown(pcm, channels))
  }

  return {
    push: (bytes) => convert(wav.push(bytes)),
    flush() {
      const last = convert(wav.flush())
      return resampler ? Buffer.concat([last, resampler.flush()]) : last
    },
  }
}

/** The mean of the channels, so that nothing clips. */
function mixDown(pcm: Buffer, channels: number): Buffer {
  const frameBytes = channels * BYTES_PER_SAMPLE
  const mono = Buffer.alloc(pcm.length / channels)
  for (let from = 0, to = 0; from < pcm.length; from += frameBytes, to += BYTES_PER_SAMPLE) {
    let sum = 0
    for (let channel = 0; channel < channels; channel++) sum += pcm.readInt16LE(from + channel * BYTES_PER_SAMPLE)
    mono.writeInt16LE(Math.round(sum / channels), to)
  }
  return mono
}

const USUAL_RATES = new Set([8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000])
