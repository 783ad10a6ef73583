import { describe, expect, it } from 'vitest'
import { createResampler } from '../../src/audio/resample.ts'

const RATIOS: [number, number][] = [
  [16_000, 24_000],
  [16_960, 24_000],
  [16_800, 24_000],
  [15_040, 24_000],
  [8_000, 24_000],
  [22_050, 24_000],
  [48_000, 24_000],
  [44_100, 24_000],
  [24_000, 16_000],
  [24_000, 24_000],
]

describe.each(RATIOS)('createResampler(%i, %i)', (from, to) => {
  it('keeps the frequency and the level of a tone, and its phase', () => {
    const output = resample(tone(1_000, from, 0.5), from, to)
    const inner = output.subarray(to * 0.05, to * 0.45)
    expect(levelAt(inner, 1_000, to)).toBeCloseTo(10_000, -2)
    const expected = samplesOf(tone(1_000, to, 0.5)).subarray(to * 0.05, to * 0.45)
    expect(decibels(rms(inner.map((value, i) => value - expected[i]!)), rms(expected))).toBeLessThan(-50)
  })

  it('leaves images and aliases more than 50 dB down', () => {
    const frequency = 0.35 * Math.min(from, to)
    const output = resample(tone(frequency, from, 0.5), from, to).subarray(to * 0.05, to * 0.45)
    const level = levelAt(output, frequency, to)
    const rest = residual(output, frequency, to)
    expect(decibels(rms(rest) * Math.SQRT2, level)).toBeLessThan(-50)
  })

  it('makes exactly as many samples as the duration asks for', () => {
    for (const count of [0, 1, 2, 100, 101, 4_999]) {
      expect(resample(Buffer.alloc(count * 2), from, to).length).toBe(Math.ceil((count * to) / from))
    }
  })

  it('gives the same bytes however the input is split', () => {
    const random = seeded(from + to)
    const input = Buffer.from(Array.from({ length: 6_000 }, () => Math.floor(random() * 256)))
    const whole = run(input, [], from, to)
    for (let round = 0; round < 20; round++) {
      const cuts = Array.from({ length: 1 + Math.floor(random() * 40) }, () => Math.floor(random() * input.length))
      expect(run(input, cuts, from, to).equals(whole)).toBe(true)
    }
    expect(run(input, [...input.keys()], from, to).equals(whole)).toBe(true)
  })

  it('hands out sound within 5 ms of its arrival', () => {
    const resampler = createResampler(from, to)
    const given = resampler.push(Buffer.alloc((from / 10) * 2)).length / 2
    expect(given).toBeGreaterThanOrEqual(to * 0.095 - 1)
  })
})

describe('createResampler', () => {
  it('removes what the lower rate cannot hold', () => {
    for (const frequency of [13_500, 15_000, 20_000]) {
      const output = resample(tone(frequency, 48_000, 0.5), 48_000, 24_000).subarray(1_200, 10_800)
      expect(decibels(rms(output) * Math.SQRT2, 10_000)).toBeLessThan(-50)
    }
  })

  it('saturates instead of wrapping around', () => {
    const square = Int16Array.from({ length: 1_600 }, (_, i) => (Math.floor(i / 80) % 2 ? -32_768 : 32_767))
    const output = resample(Buffer.from(square.buffer), 16_000, 24_000)
    expect(Math.max(...output)).toBe(32_767)
    expect(Math.min(...output)).toBe(-32_768)
    const steps = output.map((value, i) => Math.abs(value - (output[i - 1] ?? value)))
    // A wrapped sample would jump by the whole range inside a flat stretch.
    expect(Math.max(...steps)).toBeLessThan(60_000)
  })

  it('passes a constant unchanged, with no ripple between its phases', () => {
    const output = resample(Buffer.from(new Int16Array(4_000).fill(12_345).buffer), 15_040, 24_000)
    expect(new Set(output.subarray(200, -200))).toEqual(new Set([12_345]))
  })
})

function resample(input: Buffer, from: number, to: number): Int16Array {
  return samplesOf(run(input, [], from, to))
}

function run(input: Buffer, cuts: number[], from: number, to: number): Buffer {
  const resampler = createResampler(from, to)
  const edges = [0, ...cuts.toSorted((a, b) => a - b), input.length]
  const pieces = edges.slice(1).map((end, i) => resampler.push(input.subarray(edges[i], end)))
  return Buffer.concat([...pieces, resampler.flush()])
}

function tone(frequency: number, rate: number, seconds: number): Buffer {
  const samples = Int16Array.from({ length: Math.floor(rate * seconds) }, (_, i) =>
    Math.round(10_000 * Math.sin((2 * Math.PI * frequency * i) / rate)),
  )
  return Buffer.from(samples.buffer)
}

function samplesOf(pcm: Buffer): Int16Array {
  return Int16Array.from({ length: pcm.length / 2 }, (_, i) => pcm.readInt16LE(i * 2))
}

/** The least-squares cosine and sine parts of one frequency. */
function partsAt(samples: Int16Array, frequency: number, rate: number): { cosine: number; sine: number } {
  let cosine = 0
  let sine = 0
  samples.forEach((value, i) => {
    cosine += (2 * value * Math.cos((2 * Math.PI * frequency * i) / rate)) / samples.length
    sine += (2 * value * Math.sin((2 * Math.PI * frequency * i) / rate)) / samples.length
  })
  return { cosine, sine }
}

function levelAt(samples: Int16Array, frequency: number, rate: number): number {
  const { cosine, sine } = partsAt(samples, frequency, rate)
  return Math.hypot(cosine, sine)
}

/** What remains when one frequency is taken out. */
function residual(samples: Int16Array, frequency: number, rate: number): Float64Array {
  const { cosine, sine } = partsAt(samples, frequency, rate)
  return Float64Array.from(samples, (value, i) => {
    const angle = (2 * Math.PI * frequency * i) / rate
    return value - cosine * Math.cos(angle) - sine * Math.sin(angle)
  })
}

function rms(samples: Int16Array | Float64Array): number {
  let sum = 0
  for (const value of samples) sum += value * value
  return Math.sqrt(sum / samples.length)
}

function decibels(value: number, reference: number): number {
  return 20 * Math.log10(value / reference)
}

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
