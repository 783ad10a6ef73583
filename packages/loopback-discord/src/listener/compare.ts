import { crossCorrelate } from './fourier.ts'
import { DECODED_SAMPLE_RATE, SPEECH_SAMPLE_RATE } from './opus-decoder.ts'

export interface Comparison {
  /** How much later the speech begins in what was heard, in milliseconds. */
  readonly lag: number
  /** How well the whole waveform fits at that lag, 0 to 1, at any loudness. */
  readonly correlation: number
  /** The share of the spoken windows that were heard, 0 to 1. */
  readonly present: number
  /** The spoken parts that were not heard, in milliseconds of the reference. */
  readonly missing: readonly Span[]
}

export interface Span {
  readonly from: number
  readonly to: number
}

/**
 * Finds the sound of the speech service (s16 mono, 24 kHz) in what the listener heard (s16 mono, 48 kHz). It searches for
 * each window only near its place, so that a missing word or a cut tail shows although the rest fits, and a short stall
 * does not hide what follows.
 */
export function compare(reference: Int16Array, heard: Int16Array): Comparison {
  const wanted = decimate(reference, SPEECH_SAMPLE_RATE / COMPARED_RATE)
  const found = decimate(heard, DECODED_SAMPLE_RATE / COMPARED_RATE)
  const lag = bestLag(wanted, found)
  const windows = spokenWindows(wanted).map((start) => ({ start, heard: isHeard(wanted, found, start, start + lag) }))
  const missing = windows.filter((window) => !window.heard).map(({ start }) => spanOf(start))
  return {
    lag: toMilliseconds(lag),
    correlation: Math.max(0, correlate(wanted, stretch(found, lag, wanted.length))),
    present: windows.length === 0 ? 1 : (windows.length - missing.length) / windows.length,
    missing: joinSpans(missing),
  }
}

/** Speech is recognised by what lies below 4 kHz, which codecs keep best. */
const COMPARED_RATE = 8000
const WINDOW = (COMPARED_RATE * 200) / 1000
/** How far a window may have moved against the whole: stalls are filled with silence. */
const REACH = (COMPARED_RATE * 100) / 1000
/** Opus keeps 0.9 and more of a waveform; unrelated speech rarely reaches 0.5 at its best shift. */
const HEARD = 0.6
/** Windows this much quieter than the utterance, in energy, are pauses between words: -26 dB. */
const PAUSE = 10 ** -2.6

/** Averages `factor` samples into one, which is enough of a low-pass filter to tell words apart. */
function decimate(samples: Int16Array, factor: number): Float64Array {
  return Float64Array.from({ length: Math.floor(samples.length / factor) }, (_, index) => {
    let sum = 0
    for (let sample = index * factor; sample < (index + 1) * factor; sample++) sum += samples[sample]!
    return sum / factor
  })
}

function bestLag(wanted: Float64Array, found: Float64Array): number {
  const correlation = crossCorrelate(wanted, found)
  let best = 0
  for (let shift = 0; shift < correlation.length; shift++) if (correlation[shift]! > correlation[best]!) best = shift
  return best < found.length ? best : best - correlation.length
}

/** The normalised correlation of two signals of one length. */
function correlate(a: Float64Array, b: Float64Array): number {
  const product = a.reduce((sum, value, index) => sum + value * b[index]!, 0)
  const energy = energyOf(a) * energyOf(b)
  return energy === 0 ? 0 : product / Math.sqrt(energy)
}

function spokenWindows(wanted: Float64Array): number[] {
  const average = energyOf(wanted) / Math.max(1, wanted.length)
  const starts: number[] = []
  for (let start = 0; start < wanted.length; start += WINDOW) {
    const window = wanted.subarray(start, start + WINDOW)
    if (energyOf(window) / WINDOW > average * PAUSE) starts.push(start)
  }
  return starts
}

function energyOf(samples: Float64Array): number {
  return samples.reduce((sum, sample) => sum + sample * sample, 0)
}

/** Whether one window of the reference is found within reach of the place where it is expected. */
function isHeard(wanted: Float64Array, found: Float64Array, start: number, expected: number): boolean {
  const window = wanted.subarray(start, start + WINDOW)
  const around = stretch(found, expected - REACH, window.length + 2 * REACH)
  const products = crossCorrelate(window, around)
  const windowEnergy = energyOf(window)
  let energy = energyOf(around.subarray(0, window.length))
  for (let shift = 0; shift <= 2 * REACH; shift++) {
    if (energy > 0 && products[shift]! >= HEARD * Math.sqrt(windowEnergy * energy)) return true
    energy += (around[shift + window.length] ?? 0) ** 2 - around[shift]! ** 2
  }
  return false
}

/** Copies `length` samples from `start`, with silence beyond the signal. */
function stretch(samples: Float64Array, start: number, length: number): Float64Array {
  const copy = new Float64Array(length)
  copy.set(samples.subarray(Math.max(0, start), Math.max(0, start + length)), Math.min(length, Math.max(0, -start)))
  return copy
}

function spanOf(start: number): Span {
  return { from: toMilliseconds(start), to: toMilliseconds(start + WINDOW) }
}

function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last?.to === span.from) joined[joined.length - 1] = { from: last.from, to: span.to }
    else joined.push(span)
  }
  return joined
}

function toMilliseconds(samples: number): number {
  return (samples * 1000) / COMPARED_RATE
}
