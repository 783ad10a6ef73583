import { SAMPLE_RATE } from './format.ts'

/** Loudness that was measured: the K-weighted mean square of full-scale samples, and over how many seconds. */
export interface Loudness {
  readonly power: number
  readonly seconds: number
}

/** Blocks of 400 ms overlap by three quarters, so a new one is complete at every hop. */
export const HOP_SAMPLES = SAMPLE_RATE / 10
const HOPS_PER_BLOCK = 4

/**
 * Measures the gated loudness of 24 kHz mono sound while it passes (ITU-R BS.1770-5), in one pass and in constant
 * memory: blocks are kept as a histogram, so the relative gate can still move.
 *
 * How the sound is cut into pushes changes nothing.
 */
export class LoudnessMeter {
  readonly #filter = new KWeighting()
  readonly #histogram = new Histogram()
  readonly #hops = new Float64Array(HOPS_PER_BLOCK)
  #hop = 0
  #samples = 0

  /** How many samples are left before the next hop, when `measured` may change. */
  get untilHop(): number {
    return HOP_SAMPLES - this.#samples
  }

  /** What is louder than the gates so far; undefined before the first such block. */
  get measured(): Loudness | undefined {
    return this.#histogram.gated()
  }

  push(samples: Int16Array): void {
    for (let at = 0; at < samples.length; ) {
      const part = samples.subarray(at, at + this.untilHop)
      const slot = this.#hop % HOPS_PER_BLOCK
      this.#hops[slot] = this.#filter.addEnergy(this.#hops[slot]!, part)
      this.#samples += part.length
      at += part.length
      if (this.#samples === HOP_SAMPLES) this.#endHop()
    }
  }

  #endHop(): void {
    this.#samples = 0
    this.#hop += 1
    if (this.#hop >= HOPS_PER_BLOCK) {
      const energy = this.#hops.reduce((sum, hop) => sum + hop, 0)
      this.#histogram.add(energy / (HOPS_PER_BLOCK * HOP_SAMPLES * FULL_SCALE_POWER))
    }
    this.#hops[this.#hop % HOPS_PER_BLOCK] = 0
  }
}

const FULL_SCALE_POWER = 2 ** 30

/** The K-weighted mean square of each whole window, of full-scale samples. */
export function powersOf(samples: Int16Array, window: number): number[] {
  const filter = new KWeighting()
  return Array.from({ length: Math.floor(samples.length / window) }, (_, index) => {
    const part = samples.subarray(index * window, (index + 1) * window)
    return filter.addEnergy(0, part) / (window * FULL_SCALE_POWER)
  })
}

/** In LUFS, loudness units below full scale. */
export function toLufs(power: number): number {
  return -0.691 + 10 * Math.log10(power)
}

export function fromLufs(lufs: number): number {
  return 10 ** ((lufs + 0.691) / 10)
}

const ABSOLUTE_GATE_LUFS = -70
const RELATIVE_GATE = 0.1
/** 0.2 LU each, up to 6 LU over full scale. */
const BINS_PER_LU = 5
const BINS = (6 - ABSOLUTE_GATE_LUFS) * BINS_PER_LU

class Histogram {
  readonly #power = new Float64Array(BINS)
  readonly #count = new Uint32Array(BINS)
  #lowest = BINS
  #highest = -1

  add(power: number): void {
    const bin = binOf(power)
    if (bin < 0) return
    this.#power[bin]! += power
    this.#count[bin]! += 1
    this.#lowest = Math.min(this.#lowest, bin)
    this.#highest = Math.max(this.#highest, bin)
  }

  gated(): Loudness | undefined {
    const all = this.#from(this.#lowest)
    return all && this.#from(Math.max(this.#lowest, binOf(all.power * RELATIVE_GATE)))
  }

  #from(lowest: number): Loudness | undefined {
    let power = 0
    let count = 0
    for (let bin = lowest; bin <= this.#highest; bin++) {
      power += this.#power[bin]!
      count += this.#count[bin]!
    }
    return count === 0 ? undefined : { power: power / count, seconds: (count * HOP_SAMPLES) / SAMPLE_RATE }
  }
}

/** Negative below the absolute gate. */
function binOf(power: number): number {
  return Math.min(BINS - 1, Math.floor((toLufs(power) - ABSOLUTE_GATE_LUFS) * BINS_PER_LU))
}

/**
 * The two filters of BS.1770 in a row: a shelf for what the head adds to high sounds, then a high-pass. The standard
 * gives their coefficients for 48 kHz alone; these are the analogue filters behind them, at our rate
 * (https://www.itu.int/rec/R-REC-BS.1770, annex 1).
 */
class KWeighting {
  /** The last two inputs, outputs of the shelf, and outputs of the high-pass. */
  readonly #past = new Float64Array(6)

  /** Adds the squares of the weighted samples to a sum. Indexes, for a pattern would box every number. */
  addEnergy(sum: number, samples: Int16Array): number {
    const past = this.#past
    let x1 = past[0]!
    let x2 = past[1]!
    let y1 = past[2]!
    let y2 = past[3]!
    let z1 = past[4]!
    let z2 = past[5]!
    const { b0, b1, b2, a1, a2 } = SHELF
    const { a1: c1, a2: c2 } = HIGH_PASS
    let energy = sum
    for (let i = 0; i < samples.length; i++) {
      const x = samples[i]!
      const y = b0 * x + b1 * x1 + b2 * x2 - a2 * y2 - a1 * y1
      const z = y - 2 * y1 + y2 - c2 * z2 - c1 * z1
      energy += z * z
      x2 = x1
      x1 = x
      y2 = y1
      y1 = y
      z2 = z1
      z1 = z
    }
    past.set([x1, x2, y1, y2, z1, z2])
    return energy
  }
}

const SHELF = shelf(1681.974450955533, 0.7071752369554196, 3.999843853973347)
const HIGH_PASS = highPass(38.13547087602444, 0.5003270373238773)

function shelf(hertz: number, q: number, decibels: number) {
  const k = Math.tan((Math.PI * hertz) / SAMPLE_RATE)
  const high = 10 ** (decibels / 20)
  const band = high ** 0.4996667741545416
  const a0 = 1 + k / q + k * k
  return {
    b0: (high + (band * k) / q + k * k) / a0,
    b1: (2 * (k * k - high)) / a0,
    b2: (high - (band * k) / q + k * k) / a0,
    a1: (2 * (k * k - 1)) / a0,
    a2: (1 - k / q + k * k) / a0,
  }
}

/** Its numerator is 1, -2, 1, as in the standard. */
function highPass(hertz: number, q: number) {
  const k = Math.tan((Math.PI * hertz) / SAMPLE_RATE)
  const a0 = 1 + k / q + k * k
  return { a1: (2 * (k * k - 1)) / a0, a2: (1 - k / q + k * k) / a0 }
}
