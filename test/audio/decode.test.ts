import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decodeSound } from '../../src/audio/decode.ts'
import { encodeWav, type PcmFormat } from '../../src/audio/wav.ts'
import { createDraw } from '../support/draw.ts'
import { hertzOf } from '../support/sound.ts'

const sounds = join(import.meta.dirname, '../../packages/loopback-speech/src/audio/sounds')
const file = (name: string) => readFileSync(join(sounds, name))

/** Two seconds of 440 Hz. */
function tone(sampleRate: number, channels = 1): Buffer {
  const pcm = Buffer.alloc(2 * sampleRate * channels * 2)
  for (let i = 0; i < 2 * sampleRate; i++) {
    const value = Math.round(8_000 * Math.sin((2 * Math.PI * 440 * i) / sampleRate))
    for (let channel = 0; channel < channels; channel++) pcm.writeInt16LE(value, (i * channels + channel) * 2)
  }
  return pcm
}

async function decode(bytes: Buffer, { sizes = [4_096], bare }: { sizes?: number[]; bare?: PcmFormat } = {}) {
  const pieces: Buffer[] = []
  async function* source() {
    for (let at = 0, i = 0; at < bytes.length; i++) {
      const size = sizes[i % sizes.length]!
      yield bytes.subarray(at, at + size)
      at += size
    }
  }
  for await (const pcm of decodeSound(source(), bare)) pieces.push(pcm)
  return Buffer.concat(pieces)
}

function expectTone(pcm: Buffer, slack = 0.005): void {
  expect(Math.abs(hertzOf(pcm) - 440)).toBeLessThan(1)
  expect(Math.abs(pcm.length / 48_000 - 2)).toBeLessThan(slack)
}

describe('decodeSound', () => {
  it.each([
    8_000, 11_025, 12_000, 16_000, 17_433, 18_900, 22_050, 24_000, 32_000, 37_800, 44_100, 44_101, 47_999, 48_000,
  ])('keeps pitch and length at %i Hz, in a WAV and bare', async (sampleRate) => {
    for (const channels of [1, 2]) {
      const pcm = tone(sampleRate, channels)
      expectTone(await decode(encodeWav(pcm, { sampleRate, channels })))
      expectTone(await decode(pcm, { bare: { sampleRate, channels }, sizes: [777, 1, 4_001] }))
    }
  })

  it('does not depend on how the stream is cut', async () => {
    const draw = createDraw(1)
    const wav = encodeWav(tone(22_050), { sampleRate: 22_050 })
    const whole = await decode(wav, { sizes: [wav.length] })
    for (let round = 0; round < 20; round++) {
      const sizes = Array.from({ length: 50 }, () => 1 + draw.below(3_000))
      expect((await decode(wav, { sizes })).equals(whole)).toBe(true)
    }
  })

  it.each([[[7]], [[417]], [[50_000]], [[1, 2_000]]])(
    'decodes MP3 with and without a tag, in pieces of %j',
    async (sizes) => {
      // An encoder adds up to two frames of 24 ms before and after.
      expectTone(await decode(file('tone.mp3'), { sizes }), 0.1)
      expectTone(await decode(file('tone-with-id3.mp3'), { sizes }), 0.1)
    },
  )

  it.each(['tone.aac', 'tone.m4a', 'tone.opus', 'tone.flac', 'tone.webm'])('refuses %s by name', async (name) => {
    const message = {
      'tone.aac': /AAC/,
      'tone.m4a': /MP4/,
      'tone.opus': /Ogg/,
      'tone.flac': /FLAC/,
      'tone.webm': /WebM/,
    }[name]
    await expect(decode(file(name))).rejects.toThrow(message)
    await expect(decode(file(name), { sizes: [1, 13] })).rejects.toThrow(message)
  })

  it.each([
    ['big-endian', (pcm: Buffer) => Buffer.from(pcm).swap16()],
    [
      'floats',
      (pcm: Buffer) =>
        Buffer.from(Float32Array.from({ length: pcm.length / 2 }, (_, i) => pcm.readInt16LE(2 * i) / 32_768).buffer),
    ],
  ])('reads bare samples that are %s without a word', async (_, convert) => {
    expectTone(await decode(convert(tone(24_000)), { sizes: [333, 5_000] }))
  })

  it('refuses noise, whatever it is', async () => {
    const draw = createDraw(3)
    for (let round = 0; round < 50; round++) {
      const noise = Buffer.from(Array.from({ length: 20_000 }, () => draw.below(256)))
      noise[0] = 1
      await expect(decode(noise)).rejects.toThrow(/noise/)
    }
  })

  it('leaves the source when it is left', async () => {
    let left = false
    async function* source() {
      try {
        for (;;) yield tone(24_000)
      } finally {
        left = true
      }
    }
    for await (const _ of decodeSound(source())) break
    expect(left).toBe(true)
  })
})
