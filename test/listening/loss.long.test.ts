import { DECODED_SAMPLE_RATE, decodeFrames, type HeardFrame, render } from '@lector/loopback-discord'
import { afterAll, describe, expect, it } from 'vitest'
import { OpusEncoder } from '../../src/audio/opus.ts'
import { createLocalEngine } from '../../src/speech/engines/local/engine.ts'
import { canDictate, dictate, wordErrorRate } from '../support/dictation.ts'
import { seededRandom } from '../support/random.ts'
import { SENTENCES } from '../support/sentences.ts'
import { speakWhole } from '../support/speech.ts'

describe.skipIf(!canDictate)('speech over a bad line, as the listener plays it', () => {
  const engine = createLocalEngine()
  afterAll(() => engine.close())

  it('is understood as well with 10 % lost and 10 % late by 60 ms as without', async () => {
    const said = SENTENCES.flatMap(({ text, decoy }) => [text, decoy]).slice(0, 40)
    const voices = ['Serena', 'Ethan', 'Kai', 'Vivian']
    const heard = { clean: [] as Buffer[], disturbed: [] as Buffer[] }
    const random = seededRandom(11)
    for (const [index, text] of said.entries()) {
      const { pcm } = await speakWhole(engine, { text, voice: voices[index % voices.length]! })
      const frames = await framesOf(pcm)
      heard.clean.push(await play(frames))
      heard.disturbed.push(await play(disturb(frames, random)))
    }
    const clean = wordErrorRate(said, await dictate(heard.clean, DECODED_SAMPLE_RATE))
    const disturbed = wordErrorRate(said, await dictate(heard.disturbed, DECODED_SAMPLE_RATE))
    console.log(`word error rate: ${clean.toFixed(3)} without loss, ${disturbed.toFixed(3)} with`)
    expect(disturbed).toBeLessThan(clean + 0.05)
  }, 900_000)
})

async function framesOf(pcm: Buffer): Promise<HeardFrame[]> {
  const encoder = await OpusEncoder.open()
  const packets = [...encoder.encode(pcm), ...encoder.flush()]
  encoder.close()
  return packets.map((opus, index) => ({
    arrival: index * 20,
    sequence: index,
    timestamp: index * 960,
    opus,
    endToEndEncrypted: true,
    silence: false,
  }))
}

function disturb(frames: readonly HeardFrame[], random: () => number): HeardFrame[] {
  return frames
    .filter(() => random() > 0.1)
    .map((frame) => (random() > 0.1 ? frame : { ...frame, arrival: frame.arrival + 60 }))
    .sort((a, b) => a.arrival - b.arrival)
}

async function play(frames: readonly HeardFrame[]): Promise<Buffer> {
  const { buffer, byteOffset, byteLength } = render(await decodeFrames(frames))
  return Buffer.from(buffer, byteOffset, byteLength)
}
