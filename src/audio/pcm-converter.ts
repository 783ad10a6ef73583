import { BYTES_PER_SAMPLE, SAMPLE_RATE } from './format.ts'
import { createSpeechResampler } from './speech-resampler.ts'
import type { PcmFormat } from './wav.ts'

export interface PcmConverter {
  /** s16le mono 24 kHz for whole frames of the source's format. */
  push(pcm: Buffer): Buffer
  /** The rest; the stream is then over. */
  flush(): Buffer
}

/**
 * Turns s16le PCM of any rate that speech is recorded at, mono or stereo, into the one format inside. Throws
 * `UnsupportedAudioError` for other rates.
 */
export function createPcmConverter(
  { sampleRate, channels }: PcmFormat = { sampleRate: SAMPLE_RATE, channels: 1 },
): PcmConverter {
  const resampler = createSpeechResampler(sampleRate)
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
