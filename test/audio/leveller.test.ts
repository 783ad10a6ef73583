import { describe, expect, it } from 'vitest'
import { SAMPLE_RATE } from '../../src/audio/format.ts'
import { Leveller, TARGET_LUFS } from '../../src/audio/leveller.ts'
import { fromLufs, type Loudness } from '../../src/audio/loudness.ts'
import { loudnessOf } from '../support/loudness.ts'
import { seededRandom } from '../support/random.ts'
import { peakOf, samplesOf } from '../support/sound.ts'

describe('Leveller', () => {
  it.each([-38, -30, -20, -12, -6])('brings a known voice of %i LUFS to the target from its first sample', (lufs) => {
    const voice = babble(lufs, 3)
    const levelled = level(voice, learned(voice))
    expect(Math.abs(loudnessOf(levelled) - TARGET_LUFS)).toBeLessThan(0.5)
    const start = SAMPLE_RATE // Bytes of the first half second.
    expect(Math.abs(loudnessOf(levelled.subarray(0, start)) - TARGET_LUFS)).toBeLessThan(1)
  })

  it.each([-34, -8])('brings an unknown voice of %i LUFS to the target within two seconds', (lufs) => {
    const levelled = level(babble(lufs, 5))
    expect(Math.abs(loudnessOf(levelled.subarray(SAMPLE_RATE * 4)) - TARGET_LUFS)).toBeLessThan(1)
  })

  it('lets an unknown voice start where voices like it were', () => {
    const voice = babble(-32, 1)
    const levelled = flushed(new Leveller(undefined, learned(voice)), voice)
    expect(Math.abs(loudnessOf(levelled) - TARGET_LUFS)).toBeLessThan(1)
  })

  it('moves the gain of a known voice by 3 dB a second at most', () => {
    const known: Loudness = { power: fromLufs(-20), seconds: 1 }
    const levelled = level(babble(-40, 4), known)
    for (let second = 1; second < 4; second++) {
      const before = loudnessOf(levelled.subarray((second - 1) * SAMPLE_RATE * 2, second * SAMPLE_RATE * 2))
      const after = loudnessOf(levelled.subarray(second * SAMPLE_RATE * 2, (second + 1) * SAMPLE_RATE * 2))
      expect(after - before).toBeLessThan(3.4)
    }
  })

  it('never goes over full scale, and bends instead of clipping', () => {
    const quietKnown: Loudness = { power: fromLufs(-40), seconds: 30 }
    const levelled = level(babble(-10, 1), quietKnown)
    expect(peakOf(levelled)).toBeLessThanOrEqual(32_000)
    expect(peakOf(levelled)).toBeGreaterThan(26_000)
  })

  it('takes a clipped signal down', () => {
    const clipped = babble(-20, 4)
    for (let at = 0; at < clipped.length; at += 2)
      clipped.writeInt16LE(clipped.readInt16LE(at) >= 0 ? 32_767 : -32_768, at)
    const levelled = level(clipped, learned(clipped))
    expect(Math.abs(loudnessOf(levelled) - TARGET_LUFS)).toBeLessThan(1.5)
    expect(peakOf(levelled)).toBeLessThan(12_000)
  })

  it('does not make silence, hum or breath louder', () => {
    const random = seededRandom(5)
    const hum = pcmOf(Int16Array.from({ length: SAMPLE_RATE * 3 }, () => (random() - 0.5) * 60))
    expect(peakOf(level(hum))).toBeLessThanOrEqual(30)
    expect(peakOf(level(Buffer.alloc(48_000)))).toBe(0)
  })

  it('starts and ends without a click, even in the middle of a wave', () => {
    const cosine = pcmOf(Int16Array.from({ length: 12_000 }, (_, i) => Math.round(20_000 * Math.cos(i / 200))))
    const samples = samplesOf(level(cosine, { power: fromLufs(-20), seconds: 30 }))
    const borders = [0, ...samples.slice(0, 120), ...samples.slice(-120), 0]
    const steps = borders.slice(1).map((value, i) => (i === 120 ? 0 : Math.abs(value - borders[i]!)))
    expect(Math.max(...steps)).toBeLessThan(20_000 * 0.02)
  })

  it('gives back as many samples as it took, and the same ones however they are cut', () => {
    const random = seededRandom(7)
    const voice = babble(-30, 1)
    const whole = level(voice)
    expect(whole.length).toBe(voice.length)
    for (let round = 0; round < 20; round++) {
      const leveller = new Leveller()
      const parts: Buffer[] = []
      for (let at = 0; at < voice.length; ) {
        const next = at + 2 * Math.floor(random() * (round < 10 ? 40 : 4_000))
        parts.push(leveller.push(voice.subarray(at, next)))
        at = next
      }
      parts.push(leveller.flush())
      expect(Buffer.concat(parts).equals(whole)).toBe(true)
    }
  })

  it('holds no more than 4 ms back', () => {
    const leveller = new Leveller()
    expect(leveller.push(Buffer.alloc(960)).length).toBe(960 - 192)
    expect(leveller.push(Buffer.alloc(960)).length).toBe(960)
    expect(leveller.flush().length).toBe(192)
  })
})

function level(pcm: Buffer, known?: Loudness): Buffer {
  return flushed(new Leveller(known), pcm)
}

function flushed(leveller: Leveller, pcm: Buffer): Buffer {
  return Buffer.concat([leveller.push(pcm), leveller.flush()])
}

function learned(pcm: Buffer): Loudness {
  const leveller = new Leveller()
  leveller.push(pcm)
  return { ...leveller.measured!, seconds: 30 }
}

/** Noise in syllables of a quarter second, at this loudness. */
function babble(lufs: number, seconds: number): Buffer {
  const random = seededRandom(11)
  let smooth = 0
  const shape = Float64Array.from({ length: SAMPLE_RATE * seconds }, (_, i) => {
    smooth += 0.2 * (random() - 0.5 - smooth)
    return smooth * (0.3 + Math.abs(Math.sin((Math.PI * i * 4) / SAMPLE_RATE)))
  })
  const scaled = (factor: number) => pcmOf(Int16Array.from(shape, (value) => Math.round(value * factor)))
  const factor = 10_000 * 10 ** ((lufs - loudnessOf(scaled(10_000))) / 20)
  return scaled(factor)
}

function pcmOf(samples: Int16Array): Buffer {
  return Buffer.from(samples.buffer)
}
