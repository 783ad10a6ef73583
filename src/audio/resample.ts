import { BYTES_PER_SAMPLE } from './format.ts'

/** One stream of s16le mono PCM on its way from one sample rate to another. */
export interface Resampler {
  /** Takes any bytes, even half samples, and returns what is ready, possibly nothing. */
  push(pcm: Buffer): Buffer
  /** Returns the rest and ends the stream: `ceil(samples * toRate / fromRate)` samples in all. */
  flush(): Buffer
}

/**
 * Changes the sample rate of a stream, by any ratio of whole hertz.
 *
 * The output keeps the input's timeline: sample `n` is the signal at `n / toRate` seconds, so the filter costs no
 * delay in the sound, only the wait for its `REACH` input samples (3 ms at 16 kHz). How the input is cut into pushes
 * never changes the output.
 */
export function createResampler(fromRate: number, toRate: number): Resampler {
  if (fromRate === toRate) return createPassage()
  const { up, down, reach, phases } = filterBank(fromRate, toRate)
  const takeSamples = createSampleReader()

  // Silence before the first sample, so that the filter can look back.
  let held = new Float64Array(reach)
  /** Index in `held` of the input sample at or before the next output sample, and how many `up`-ths lie between. */
  let position = reach
  let phase = 0
  let taken = 0
  let given = 0

  const filter = (input: Float64Array, limit: number): Buffer => {
    const window = new Float64Array(held.length + input.length)
    window.set(held)
    window.set(input, held.length)
    const reachable = Math.ceil(Math.max(0, ((window.length - reach - position) * up - phase) / down))
    const output = Buffer.alloc(Math.min(reachable, limit - given) * BYTES_PER_SAMPLE)
    for (let at = 0; at < output.length; at += BYTES_PER_SAMPLE) {
      output.writeInt16LE(saturate(weigh(window, position - reach + 1, phases[phase]!)), at)
      phase += down
      position += Math.floor(phase / up)
      phase %= up
    }
    given += output.length / BYTES_PER_SAMPLE
    const done = Math.min(position - reach + 1, window.length)
    held = window.slice(done)
    position -= done
    return output
  }

  return {
    push(pcm) {
      const input = takeSamples(pcm)
      taken += input.length
      return filter(input, Number.POSITIVE_INFINITY)
    },
    flush: () => filter(new Float64Array(reach), Math.ceil((taken * up) / down)),
  }
}

/** The sum of samples times taps. This is the hot loop; as a separate function it runs twice as fast. */
function weigh(samples: Float64Array, first: number, taps: Float64Array): number {
  let sum = 0
  for (let tap = 0; tap < taps.length; tap++) sum += taps[tap]! * samples[first + tap]!
  return sum
}

/** Zero crossings of the sinc on each side: enough for a stop band that starts at Nyquist. */
const CROSSINGS = 40
/** Where the low-pass lies, as a part of the lower Nyquist frequency; half the transition band fits above it. */
const CUTOFF = 0.93
/** Kaiser's shape for a stop band 70 dB down: 0.1102 * (70 - 8.7). */
const KAISER_BETA = 6.76

interface FilterBank {
  /** `toRate / fromRate` as a reduced fraction. */
  readonly up: number
  readonly down: number
  /** Input samples that an output sample depends on, to each side. */
  readonly reach: number
  /** For every fraction `phase / up` between two input samples, the `2 * reach` taps around it. */
  readonly phases: readonly Float64Array[]
}

const banks = new Map<string, FilterBank>()
/** A server has one rate; a bank takes at most 1 MB. */
const MOST_BANKS = 16

/** The windowed-sinc filters of a ratio, cached: the usual ratios take 50 kB and a millisecond. */
function filterBank(fromRate: number, toRate: number): FilterBank {
  const divisor = greatestCommonDivisor(fromRate, toRate)
  const up = toRate / divisor
  const down = fromRate / divisor
  const key = `${up}/${down}`
  const known = banks.get(key)
  if (known) return known
  const bandwidth = CUTOFF * Math.min(1, up / down)
  const reach = Math.ceil(CROSSINGS * Math.max(1, down / up))
  const phases = Array.from({ length: up }, (_, phase) => tapsOf(phase / up, reach, bandwidth))
  const bank = { up, down, reach, phases }
  if (banks.size >= MOST_BANKS) banks.delete(banks.keys().next().value!)
  banks.set(key, bank)
  return bank
}

function tapsOf(fraction: number, reach: number, bandwidth: number): Float64Array {
  const taps = Float64Array.from({ length: 2 * reach }, (_, tap) => {
    const distance = tap - reach + 1 - fraction
    return sinc(distance * bandwidth) * kaiser(distance / reach)
  })
  // Every phase passes a constant unchanged; otherwise the ripple between phases would sing at the ratio's rate.
  const sum = taps.reduce((total, tap) => total + tap, 0)
  return Float64Array.from(taps, (tap) => tap / sum)
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)
}

/** The Kaiser window at -1..1 of its width. */
function kaiser(x: number): number {
  return besselI0(KAISER_BETA * Math.sqrt(Math.max(0, 1 - x * x))) / besselI0(KAISER_BETA)
}

/** The modified Bessel function of the first kind and order zero, as its power series. */
function besselI0(x: number): number {
  let term = 1
  let sum = 1
  for (let k = 1; term > sum * 1e-12; k++) {
    term *= (x / (2 * k)) ** 2
    sum += term
  }
  return sum
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}

function saturate(value: number): number {
  return Math.max(-32_768, Math.min(32_767, Math.round(value)))
}

/** Reads samples and joins those that were cut between two pushes. */
function createSampleReader(): (pcm: Buffer) => Float64Array {
  const takeWhole = createSampleAligner()
  return (pcm) => {
    const whole = takeWhole(pcm)
    const samples = new Float64Array(whole.length / BYTES_PER_SAMPLE)
    for (let i = 0; i < samples.length; i++) samples[i] = whole.readInt16LE(i * BYTES_PER_SAMPLE)
    return samples
  }
}

function createSampleAligner(): (pcm: Buffer) => Buffer {
  let half: Buffer = Buffer.alloc(0)
  return (pcm) => {
    const bytes = half.length > 0 ? Buffer.concat([half, pcm]) : pcm
    const end = bytes.length - (bytes.length % BYTES_PER_SAMPLE)
    half = Buffer.from(bytes.subarray(end))
    return bytes.subarray(0, end)
  }
}

/** Equal rates: only half samples are held back. */
function createPassage(): Resampler {
  const takeWhole = createSampleAligner()
  return { push: takeWhole, flush: () => Buffer.alloc(0) }
}
