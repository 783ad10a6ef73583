import { describe, expect, it } from 'vitest'
import { noiseGuard } from '../../../src/speech/stack/noise-guard.ts'
import { staged } from '../../../src/speech/stack/staged.ts'
import { createDraw } from '../../support/draw.ts'
import { endOf, scriptedEngine } from '../../support/scripted-engine.ts'
import { speakWhole } from '../../support/speech.ts'

const draw = createDraw(5)
const noise = (bytes: number) => Buffer.from(Array.from({ length: bytes }, () => draw.below(256)))

function tone(seconds: number): Buffer {
  const pcm = Buffer.alloc(seconds * 48_000)
  for (let i = 0; i < pcm.length / 2; i++)
    pcm.writeInt16LE(Math.round(12_000 * Math.sin((2 * Math.PI * 200 * i) / 24_000)), 2 * i)
  return pcm
}

function speak(sound: Buffer, piece: number) {
  const engine = scriptedEngine('openai', async function* (utterance) {
    for (let at = 0; at < sound.length; at += piece) yield { kind: 'audio', pcm: sound.subarray(at, at + piece) }
    yield endOf(utterance, 'openai')
  })
  return speakWhole(staged(engine, [noiseGuard('openai')]), { text: 'Hello.' })
}

describe('noiseGuard', () => {
  it.each([2, 960, 5_000, 200_000])('passes sound byte for byte, in pieces of %i', async (piece) => {
    const sound = tone(1)
    expect((await speak(sound, piece)).pcm.equals(sound)).toBe(true)
    expect((await speak(sound.subarray(0, 600), piece)).pcm.equals(sound.subarray(0, 600))).toBe(true)
  })

  it.each([960, 5_000, 200_000])('lets nobody hear noise from the start, in pieces of %i', async (piece) => {
    await expect(speak(noise(40_000), piece)).rejects.toMatchObject({ code: 'speech.malformed' })
  })

  it.each([960, 5_000, 200_000])(
    'lets nobody hear the noise of sound that loses a byte, in pieces of %i',
    async (piece) => {
      const sound = tone(1)
      const shifted = Buffer.concat([sound.subarray(0, 24_000), sound.subarray(24_001), Buffer.alloc(1)])
      await expect(speak(shifted, piece)).rejects.toThrow(/noise/)
    },
  )
})
