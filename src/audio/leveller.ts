import { amplify } from './amplify.ts'
import { BYTES_PER_SAMPLE, SAMPLE_RATE } from './format.ts'
import { fromLufs, HOP_SAMPLES, type Loudness, LoudnessMeter } from './loudness.ts'

/** The loudness of all speech. Voices peak some 15 dB above their loudness, which leaves room below full scale. */
export const TARGET_LUFS = -20

/**
 * Brings one utterance to the target loudness while it passes: s16le mono 24 kHz in, the same out, sample for sample.
 *
 * The loudness of the voice, if it is `known`, sets the gain of the first sample; the utterance itself moves it slowly.
 * The edges are faded so that neither clicks, which holds the last 4 ms back until more comes or `flush`.
 */
export class Leveller {
  readonly #meter = new LoudnessMeter()
  readonly #isKnown: boolean
  /** What is expected of the utterance; counts as so many seconds of it. */
  #expected: Loudness | undefined
  readonly #target: number
  /** The gain at the start of this hop, and its change per sample until the next one. */
  #gain: number
  #slope = 0
  /** The gains between which this utterance may move; undefined when nothing is known of the voice. */
  #range: { readonly least: number; readonly most: number } | undefined
  #position = 0
  #held = new Int16Array(0)

  /** An unknown voice starts with the gain for `guess` and is then learned quickly. */
  constructor(known?: Loudness, guess?: Loudness, target = TARGET_LUFS) {
    this.#isKnown = known !== undefined
    this.#target = target
    this.#gain = 1
    const expected = known ?? guess
    if (expected) this.expect(expected)
  }

  /** Sets the gain for what follows. Call it before the first audible sample, because the gain jumps. */
  expect(expected: Loudness): void {
    this.#expected = expected
    this.#gain = this.#gainFor(expected.power)
    this.#slope = 0
    this.#range = { least: this.#gain / MOST_SWELL, most: this.#gain * MOST_SWELL }
  }

  /** The loudness of the utterance as it came in; undefined until there is speech. */
  get measured(): Loudness | undefined {
    const measured = this.#meter.measured
    return measured && measured.power >= FAINTEST ? measured : undefined
  }

  /** Takes whole samples; may return none for very few. */
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

  /** Returns the last samples, fading out. */
  flush(): Buffer {
    const rest = this.#held
    for (let i = 0; i < rest.length; i++) rest[i] = Math.round((rest[i]! * (rest.length - i)) / (rest.length + 1))
    this.#held = new Int16Array(0)
    return bytesOf(rest)
  }

  /** Changes up to a hop in place. */
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

  /** Chooses the gain at the end of the next hop. A straight line towards it is not heard. */
  #aim(): void {
    const { measured } = this
    if (!measured) return
    const hurried = !this.#isKnown && measured.seconds <= 1
    const most = 10 ** (((hurried ? HURRIED_DB_PER_S : DB_PER_S) * HOP_SAMPLES) / SAMPLE_RATE / 20)
    const wanted = this.#gainFor(average(this.#expected, measured).power)
    const next = this.#within(clamp(wanted, this.#gain / most, this.#gain * most))
    this.#slope = (next - this.#gain) / HOP_SAMPLES
  }

  /** Keeps the loudest and the quietest gain of the utterance `MOST_SWELL` apart. */
  #within(gain: number): number {
    if (!this.#range) return gain
    const { least, most } = this.#range
    const kept = clamp(gain, least, most)
    this.#range = { least: Math.max(least, kept / MOST_SWELL), most: Math.min(most, kept * MOST_SWELL) }
    return kept
  }

  #gainFor(power: number): number {
    return clamp(Math.sqrt(fromLufs(this.#target) / power), LEAST_GAIN, MOST_GAIN)
  }
}

/** Combines two measurements, weighted by their length. */
export function average(a: Loudness | undefined, b: Loudness): Loudness {
  if (!a) return b
  const seconds = a.seconds + b.seconds
  return { power: (a.power * a.seconds + b.power * b.seconds) / seconds, seconds }
}

/** 4 ms: too short to take a consonant away, long enough for no step to be heard. */
const FADE_SAMPLES = (SAMPLE_RATE * 4) / 1000
const DB_PER_S = 3
const HURRIED_DB_PER_S = 20
/** A sentence whose loudness changes by more than 3 dB is heard to swell. */
const MOST_SWELL = 10 ** (3 / 20)
/** Fainter than this is breath and noise. */
const FAINTEST = fromLufs(-50)
const MOST_GAIN = 10 ** (20 / 20)
const LEAST_GAIN = 10 ** (-26 / 20)

function bytesOf(samples: Int16Array): Buffer {
  return Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}
