import { describe, expect, it } from 'vitest'
import { SAMPLE_RATE } from '../../src/audio/format.ts'
import { LoudnessMeter, toLufs } from '../../src/audio/loudness.ts'
import { seededRandom } from '../support/random.ts'

describe('LoudnessMeter', () => {
  it('reads a sine of 997 Hz at full scale as -3.01 LUFS, as BS.1770 demands', () => {
    expect(lufsOf(sine(997, 0, 2))).toBeCloseTo(-3.01, 1)
    expect(lufsOf(sine(997, -23, 2))).toBeCloseTo(-26.01, 1)
  })

  it('weighs high sounds 4 dB more and takes what is below hearing away', () => {
    const middle = lufsOf(sine(997, -20, 2))
    expect(lufsOf(sine(6_000, -20, 2)) - middle).toBeCloseTo(3.3, 0)
    expect(lufsOf(sine(15, -20, 2)) - middle).toBeLessThan(-15)
  })

  it('leaves out what is 10 LU below the rest (EBU Tech 3341, case 3)', () => {
    const quiet = sine(1_000, -36, 3)
    expect(lufsOf(quiet, sine(1_000, -23, 18), quiet)).toBeCloseTo(-26, 0)
  })

  it('is not misled by pauses', () => {
    const pause = new Int16Array(SAMPLE_RATE * 3)
    const words = sine(500, -20, 2)
    expect(Math.abs(lufsOf(words, pause, words) - lufsOf(words))).toBeLessThan(0.8)
  })

  it('has no opinion on silence, nor before its first 400 ms', () => {
    expect(lufsOf(new Int16Array(SAMPLE_RATE))).toBeNaN()
    expect(lufsOf(sine(500, -20, 0.39))).toBeNaN()
    expect(lufsOf(sine(500, -20, 0.4))).not.toBeNaN()
  })

  it('measures the same however the sound is cut', () => {
    const random = seededRandom(3)
    const sound = Int16Array.from({ length: SAMPLE_RATE * 2 }, () => (random() - 0.5) * 20_000)
    const whole = lufsOf(sound)
    for (let round = 0; round < 20; round++) {
      const parts: Int16Array[] = []
      for (let at = 0; at < sound.length; ) {
        const next = at + Math.floor(random() * 5_000)
        parts.push(sound.subarray(at, next))
        at = next
      }
      expect(lufsOf(...parts)).toBe(whole)
    }
  })
})

function lufsOf(...parts: readonly Int16Array[]): number {
  const meter = new LoudnessMeter()
  for (const part of parts) meter.push(part)
  return meter.measured ? toLufs(meter.measured.power) : Number.NaN
}

function sine(hertz: number, decibels: number, seconds: number): Int16Array {
  const peak = 32_767 * 10 ** (decibels / 20)
  return Int16Array.from({ length: Math.round(SAMPLE_RATE * seconds) }, (_, i) =>
    Math.round(peak * Math.sin((2 * Math.PI * hertz * i) / SAMPLE_RATE)),
  )
}
