import { describe, expect, it } from 'vitest'
import { babble } from '../../src/audio/babble.ts'
import { durationOf, SAMPLE_RATE } from '../../src/audio/pcm.ts'

const murmur = (text: string) => Buffer.concat([...babble(text)])
const samples = (pcm: Buffer) => Array.from({ length: pcm.length / 2 }, (_, i) => pcm.readInt16LE(i * 2))

describe('babble', () => {
  it('gives each Han, kana and hangul character one syllable', () => {
    for (const text of ['天气很好', 'おはよう', '안녕하세']) {
      expect(durationOf(murmur(text).length)).toBeCloseTo(4 * 170, 0)
    }
  })

  it('is quiet, never clips, and begins and ends in silence', () => {
    const wave = samples(murmur('Сегодня прекрасный день'))
    const loudest = Math.max(...wave.map(Math.abs))
    expect(loudest).toBeGreaterThan(1_500)
    expect(loudest).toBeLessThan(5_000)
    expect(Math.abs(wave[0]!)).toBeLessThan(50)
    expect(Math.abs(wave.at(-1)!)).toBeLessThan(50)
  })

  it('is the same for the same text, differs between texts, and is never empty', () => {
    expect(murmur('你好').equals(murmur('你好'))).toBe(true)
    expect(murmur('你好').equals(murmur('我好'))).toBe(false)
    expect(murmur('!?').length).toBeGreaterThan(SAMPLE_RATE * 0.1 * 2)
  })
})
