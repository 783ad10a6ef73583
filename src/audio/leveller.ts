import { amplify } from './amplify.ts'
import { BYTES_PER_SAMPLE, SAMPLE_RATE } from './format.ts'
import { fromLufs, HOP_SAMPLES, type Loudness, LoudnessMeter } from './loudness.ts'

/** What speech is brought to. Voices peak some 15 dB above their loudness, so this leaves them room below full scale. */
export const TARGET_LUFS = -20

/**
 * Brings one utterance to `TARGET_LUFS` while it passes: s16le mono 24 kHz in, the same out, sample for sample.
 *
 * What was learned of the voice before (`known`) sets the first sample's gain; the utterance itself moves it slowly.
 * The edges are faded so that neither clicks, which holds the last 4 ms back until more comes or `flush`.
 */
export class Leveller {
  readonly #meter = new LoudnessMeter()
  readonly #known: Loudness | undefined
  /** At the start of this hop. */
  #gain: number
  /** What the gain changes by per sample until the next hop. */
  #slope = 0
  #position = 0
  #held = new Int16Array(0)

  /** An unknown voice starts with the gain for `guess`, what voices like it needed, and is then learned quickly. */
  constructor(known?: Loudness, guess?: Loudness) {
    this.#known = known
    const expected = known ?? guess
    this.#gain = expected ? gainFor(expected.power) : 1
  }

  /** How loud the utterance came in; undefined while nothing was said. */
  get measured(): Loudness | undefined {
    const measured = this.#meter.measured
    return measured && measured.power >= FAINTEST ? measured : undefined
  }

  /** Whole samples; may give nothing back for very few. */
  push(pcm: Buffer): Buffer {
    const held = this.#held.length
    const bytes = Buffer.allocUnsafeSlow(held * BYTES_PER_SAMPLE + pcm.length)
    const samples = new Int16Array(bytes.buffer)
    samples.set(this.#held)
    pcm.copy(bytes, held * BYTES_PER_SAMPLE)
    for (let at = held; at < samples.length; ) {
      const part = samples.subarray(at, at + this.#meter.untilHop)
      this.#level(part)
      at += part.length
    }
    const ready = Math.max(0, samples.length - FADE_SAMPLES)
    this.#held = samples.slice(ready)
    return bytesOf(samples.subarray(0, ready))
  }

  /** The last samples, fading out. */
  flush(): Buffer {
    const rest = this.#held
    for (let i = 0; i < rest.length; i++) rest[i] = Math.round((rest[i]! * (rest.length - i)) / (rest.length + 1))
    this.#held = new Int16Array(0)
    return bytesOf(rest)
  }

  /** In place, up to a hop. */
  #level(samples: Int16Array): void {
    this.#meter.push(samples)
    amplify(samples, this.#gain, this.#slope, this.#position % HOP_SAMPLES)
    for (let i = 0; i < samples.length && this.#position + i < FADE_SAMPLES; i++) {
      samples[i] = Math.round((samples[i]! * (this.#position + i + 1)) / (FADE_SAMPLES + 1))
    }
    this.#position += samples.length
    if (this.#position % HOP_SAMPLES > 0) return
    this.#gain += this.#slope * HOP_SAMPLES
    this.#aim()
  }

  /** Sets where the gain goes during the next hop: a straight line is not heard. */
  #aim(): void {
    const { measured } = this
    if (!measured) return
    const hurried = !this.#known && measured.seconds <= 1
    const most = 10 ** (((hurried ? HURRIED_DB_PER_S : DB_PER_S) * HOP_SAMPLES) / SAMPLE_RATE / 20)
    const wanted = gainFor(average(this.#known, measured).power)
    const next = clamp(wanted, this.#gain / most, this.#gain * most)
    this.#slope = (next - this.#gain) / HOP_SAMPLES
  }
}

/** Two measurements as one; the longer one counts for more. */
export function average(a: Loudness | undefined, b: Loudness): Loudness {
  if (!a) return b
  const seconds = a.seconds + b.seconds
  return { power: (a.power * a.seconds + b.power * b.seconds) / seconds, seconds }
}

/** 4 ms: too short to take a consonant away, long enough for no step to be heard. */
const FADE_SAMPLES = (SAMPLE_RATE * 4) / 1000
const DB_PER_S = 3
const HURRIED_DB_PER_S = 20
/** Fainter than this is breath and noise, which nobody wants to hear louder. */
const FAINTEST = fromLufs(-50)
const MOST_GAIN = 10 ** (20 / 20)
const LEAST_GAIN = 10 ** (-26 / 20)

function gainFor(power: number): number {
  return clamp(Math.sqrt(fromLufs(TARGET_LUFS) / power), LEAST_GAIN, MOST_GAIN)
}

function bytesOf(samples: Int16Array): Buffer {
  return Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}
