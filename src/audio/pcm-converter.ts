import { BYTES_PER_SAMPLE, SAMPLE_RATE } from './format.ts'
import { createResampler } from './resample.ts'
import { type PcmFormat, UnsupportedAudioError } from './wav.ts'

export interface PcmConverter {
  /** s16le mono 24 kHz for whole frames of the source's format. */
  push(pcm: Buffer): Buffer
  /** The rest; the stream is then over. */
  flush(): Buffer
}

/**
 * Turns PCM of any usual rate, mono or stereo, into the one format inside. Throws `UnsupportedAudioError` for other
 * rates: a filter bank's size follows the ratio, so a header must not be able to ask for any.
 */
export function createPcmConverter(
  { sampleRate, channels }: PcmFormat = { sampleRate: SAMPLE_RATE, channels: 1 },
): PcmConverter {
  if (!USUAL_RATES.has(sampleRate)) throw new UnsupportedAudioError(`Cannot read audio of ${sampleRate} Hz`)
  const resampler = createResampler(sampleRate, SAMPLE_RATE)
  return {
    push: (pcm) => resampler.push(channels === 1 ? pcm : mixDown(pcm, channels)),
    flush: () => resampler.flush(),
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
