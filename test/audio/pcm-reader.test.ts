import { describe, expect, it } from 'vitest'
import { createPcmReader } from '../../src/audio/pcm-reader.ts'
import { encodeWav, UnsupportedAudioError } from '../../src/audio/wav.ts'

/** A second of a 440 Hz tone. */
function tone(sampleRate: number, channels = 1): Buffer {
  const pcm = Buffer.alloc(sampleRate * channels * 2)
  for (let i = 0; i < sampleRate; i++) {
    const value = Math.round(8_000 * Math.sin((2 * Math.PI * 440 * i) / sampleRate))
    for (let channel = 0; channel < channels; channel++) pcm.writeInt16LE(value, (i * channels + channel) * 2)
  }
  return pcm
}

function read(bytes: Buffer, size = bytes.length): Buffer {
  const reader = createPcmReader()
  const out: Buffer[] = []
  for (let at = 0; at < bytes.length; at += size) out.push(reader.push(bytes.subarray(at, at + size)))
  return Buffer.concat([...out, reader.flush()])
}

function farthest(a: Buffer, b: Buffer): number {
  let worst = 0
  // The first and last samples feel the silence around the tone.
  for (let at = 400; at < a.length - 400; at += 2)
    worst = Math.max(worst, Math.abs(a.readInt16LE(at) - b.readInt16LE(at)))
  return worst
}

describe('createPcmReader', () => {
  const expected = tone(24_000)

  it('hands 24 kHz mono through byte for byte, bare or in a WAV, in odd pieces too', () => {
    expect(read(expected, 1_001).equals(expected)).toBe(true)
    expect(read(encodeWav(expected, { sampleRate: 24_000 }), 1_001).equals(expected)).toBe(true)
  })

  it.each([
    [48_000, 2],
    [16_000, 1],
    [44_100, 2],
    [8_000, 1],
  ])('turns %i Hz with %i channels into the same second of 24 kHz mono', (sampleRate, channels) => {
    const wav = encodeWav(tone(sampleRate, channels), { sampleRate, channels })
    const pcm = read(wav, 4_097)
    expect(pcm.length).toBe(expected.length)
    expect(farthest(pcm, expected)).toBeLessThan(40)
  })

  it('mixes opposite channels to silence', () => {
    const pcm = Buffer.alloc(400)
    for (let at = 0; at < pcm.length; at += 4) {
      pcm.writeInt16LE(9_000, at)
      pcm.writeInt16LE(-9_000, at + 2)
    }
    expect(read(encodeWav(pcm, { sampleRate: 24_000, channels: 2 })).equals(Buffer.alloc(200))).toBe(true)
  })

  it('refuses a rate that only a broken or hostile header has', () => {
    for (const sampleRate of [150, 3_999, 191_999]) {
      expect(() => read(encodeWav(Buffer.alloc(8), { sampleRate }))).toThrow(UnsupportedAudioError)
    }
  })
})
