import { toneOf } from '@lector/loopback-speech'
import { describe, expect, it } from 'vitest'
import type { SpeechEngine } from '../../../src/speech/engine.ts'
import { peakOf } from '../../support/sound.ts'
import { speakWhole } from '../../support/speech.ts'
import { atVolume } from '../../support/stages.ts'

const engine: SpeechEngine = {
  id: 'local',
  voices: () => [],
  async *speak({ text }) {
    yield { kind: 'audio', pcm: toneOf(text) }
    yield { kind: 'end', receipt: { engine: 'local', model: 'tones', characters: 0 } }
  },
  close: async () => {},
}

describe('atVolume', () => {
  it.each([0, 0.25, 0.5])('makes speech %s times as loud, sample for sample', async (volume) => {
    const plain = await speakWhole(engine, { text: 'hello' })
    const { pcm, receipt } = await speakWhole(atVolume(engine), { text: 'hello', volume })
    expect(pcm.length).toBe(plain.pcm.length)
    expect(Math.abs(peakOf(pcm) - peakOf(plain.pcm) * volume)).toBeLessThanOrEqual(1)
    expect(receipt).toEqual(plain.receipt)
  })

  it('bends what would be too loud, and cuts nothing off', async () => {
    const { pcm } = await speakWhole(atVolume(engine), { text: 'hello', volume: 4 })
    expect(peakOf(pcm)).toBeGreaterThan(26_000)
    expect(peakOf(pcm)).toBeLessThanOrEqual(32_000)
  })

  it('touches nothing at 1, or where nobody chose', async () => {
    const plain = await speakWhole(engine, { text: 'hello' })
    for (const chosen of [{}, { volume: 1 }]) {
      const { pcm } = await speakWhole(atVolume(engine), { text: 'hello', ...chosen })
      expect(pcm.equals(plain.pcm)).toBe(true)
    }
  })
})
