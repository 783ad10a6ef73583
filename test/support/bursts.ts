import { DECODED_SAMPLE_RATE } from '@lector/loopback-discord'
import { SAMPLE_RATE } from '../../src/audio/format.ts'
import { seededRandom } from './random.ts'

/** Bursts of noise out of digital silence, like plosives, each at another place of its 20 ms frame. */
export interface Bursts {
  /** s16le mono, 24 kHz. */
  readonly pcm: Buffer
  /** Where the bursts begin, in samples. */
  readonly onsets: readonly number[]
}

export function bursts(count: number, seed = 7): Bursts {
  const random = seededRandom(seed)
  const samples = new Int16Array(count * SPACING)
  const onsets = Array.from({ length: count }, (_, index) => Math.floor((index + 0.4 + 0.2 * random()) * SPACING))
  for (const onset of onsets) {
    for (let i = 0; i < LENGTH; i++) {
      samples[onset + i] = Math.round(24_000 * (random() - 0.5) * Math.exp((-3 * i) / LENGTH))
    }
  }
  return { pcm: Buffer.from(samples.buffer), onsets }
}

/**
 * How loud the codec's noise is before each burst, from `to` to `from` milliseconds before it, in dB of the first 10 ms
 * of the burst. `decoded` is s16 mono of 48 kHz, 2.5 ms late.
 */
export function preEchoes(decoded: Int16Array, { onsets }: Bursts, from: number, to: number): number[] {
  const at = (onset: number, ms: number) =>
    Math.round((onset / SAMPLE_RATE) * DECODED_SAMPLE_RATE + ((CODEC_DELAY_MS + ms) * DECODED_SAMPLE_RATE) / 1000)
  return onsets.map((onset) => {
    const before = decoded.subarray(at(onset, -to), at(onset, -from))
    const burst = decoded.subarray(at(onset, 0), at(onset, 10))
    return 10 * Math.log10((powerOf(before) + 1e-9) / powerOf(burst))
  })
}

/** The power of a signal between two frequencies, in dB; only differences mean something. */
export function bandLevel(samples: ArrayLike<number>, rate: number, from: number, to: number): number {
  let power = 0
  for (let step = 0; step < BAND_STEPS; step++) {
    const angle = (2 * Math.PI * (from + ((to - from) * (step + 0.5)) / BAND_STEPS)) / rate
    const width = Math.round(rate / 50)
    for (let at = 0; at + width <= samples.length; at += width) {
      let [real, imaginary] = [0, 0]
      for (let i = 0; i < width; i++) {
        real += samples[at + i]! * Math.cos(angle * i)
        imaginary += samples[at + i]! * Math.sin(angle * i)
      }
      power += (real ** 2 + imaginary ** 2) / width ** 2
    }
  }
  return 10 * Math.log10(power + Number.MIN_VALUE)
}

const BAND_STEPS = 12
const SPACING = SAMPLE_RATE / 5
const LENGTH = SAMPLE_RATE / 50
const CODEC_DELAY_MS = 2.5

function powerOf(samples: Int16Array): number {
  return samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
}
