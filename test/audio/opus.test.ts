import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { FRAME_BYTES } from '../../src/audio/format.ts'
import { Framer } from '../../src/audio/framing.ts'
import { OPUS_BINDING, OpusEncoder, type OpusEncoderOptions, SILENCE_PACKET } from '../../src/audio/opus.ts'
import { createOpusDecoder } from '../../src/audio/opus-decoder.ts'
import { shareOf, sine } from '../support/tone.ts'

const second = sine(1_000, 1_000)

async function packetsOf(pcm: Buffer, options?: OpusEncoderOptions): Promise<Buffer[]> {
  const encoder = await OpusEncoder.open(options)
  const packets = [...new Framer().push(pcm)].map((frame) => encoder.encode(frame))
  encoder.close()
  return packets
}

/** What Discord's clients hear: 48 kHz. */
function decode(packets: readonly Buffer[]): Int16Array[] {
  const decoder = createOpusDecoder()
  return packets.map((packet) => decoder.decode(packet))
}

function meanSize(packets: readonly Buffer[]): number {
  return packets.reduce((sum, { length }) => sum + length, 0) / packets.length
}

function expectTone(packets: readonly Buffer[]): void {
  const frames = decode(packets)
  expect(new Set(frames.map(({ length }) => length))).toEqual(new Set([960]))
  // The first frames carry the codec's own start.
  const samples = frames.slice(5).flatMap((frame) => [...frame])
  expect(shareOf(1_000, samples, 48_000)).toBeGreaterThan(0.99)
}

/** The packets of the other binding, which is chosen when the process starts. */
async function packetsOfChild(script: string): Promise<{ binding: string; packets: Buffer[]; error: string }> {
  const source = `
    const { OpusEncoder, OPUS_BINDING } = await import(${JSON.stringify(new URL('../../src/audio/opus.ts', import.meta.url).href)})
    const packets = []
    let error = ''
    ${script}
    process.stdout.write(JSON.stringify({ binding: OPUS_BINDING, packets: packets.map((p) => p.toString('base64')), error }))`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', source], {
    env: { ...process.env, LECTOR_OPUS: 'libopus-wasm' },
    maxBuffer: 2 ** 24,
  })
  const { binding, packets, error } = JSON.parse(stdout)
  return { binding, error, packets: packets.map((text: string) => Buffer.from(text, 'base64')) }
}

describe('OpusEncoder', () => {
  it('makes a packet of about 161 bytes of each 20 ms frame', async () => {
    const packets = await packetsOf(second)
    expect(packets).toHaveLength(50)
    expect(meanSize(packets)).toBeGreaterThan(140)
    expect(meanSize(packets)).toBeLessThan(180)
  })

  it('is decoded at 48 kHz to 960 samples per packet, the tone at its frequency', async () => {
    expect(OPUS_BINDING).toBe('@evan/opus')
    expectTone(await packetsOf(second))
  })

  it('decodes silence packets to silence', () => {
    const [frame] = decode([SILENCE_PACKET])
    expect(frame).toHaveLength(960)
    expect(frame?.every((sample) => sample === 0)).toBe(true)
  })

  it.each([8_000, 384_000])('keeps a channel of %i b/s within what is heard', async (bitrate) => {
    const packets = await packetsOf(second, { bitrate })
    expect(meanSize(packets)).toBeGreaterThan(100)
    expect(meanSize(packets)).toBeLessThan(180)
  })

  it.each([0, 2, FRAME_BYTES - 2, FRAME_BYTES + 2, FRAME_BYTES * 2])(
    'refuses a frame of %i bytes and encodes the next as if it had not come',
    async (size) => {
      const encoder = await OpusEncoder.open()
      expect(() => encoder.encode(Buffer.alloc(size))).toThrow(RangeError)
      const frames = [...new Framer().push(second)]
      const packets = frames.map((frame) => encoder.encode(frame))
      encoder.close()
      expect(packets.map((packet) => packet.toString('hex'))).toEqual(
        (await packetsOf(second)).map((packet) => packet.toString('hex')),
      )
    },
  )

  it('keeps 500 open encoders apart', async () => {
    const tones = [sine(400, 120), sine(1_000, 120)]
    const expected = await Promise.all(tones.map((tone) => packetsOf(tone)))
    const encoders = await Promise.all(Array.from({ length: 500 }, () => OpusEncoder.open()))
    const frames = tones.map((tone) => [...new Framer().push(tone)])
    for (let at = 0; at < 6; at++) {
      for (const [index, encoder] of encoders.entries()) {
        const packet = encoder.encode(frames[index % 2]![at]!)
        if (!packet.equals(expected[index % 2]![at]!)) expect.fail(`encoder ${index}, frame ${at}`)
      }
    }
    for (const encoder of encoders) encoder.close()
  })

  it('may be closed twice', async () => {
    const encoder = await OpusEncoder.open()
    encoder.close()
    expect(() => encoder.close()).not.toThrow()
  })
})

describe('OpusEncoder over libopus-wasm', () => {
  it('makes packets of the same size and sound, and refuses the same frames', async () => {
    const pcm = JSON.stringify(second.toString('base64'))
    const { binding, packets, error } = await packetsOfChild(`
      const pcm = Buffer.from(${pcm}, 'base64')
      const encoder = await OpusEncoder.open()
      try { encoder.encode(pcm.subarray(0, 958)) } catch (thrown) { error = thrown.name }
      for (let at = 0; at < pcm.length; at += 960) packets.push(encoder.encode(pcm.subarray(at, at + 960)))
      encoder.close()`)
    expect(binding).toBe('libopus-wasm')
    expect(error).toBe('RangeError')
    expect(packets).toHaveLength(50)
    expect(meanSize(packets)).toBeGreaterThan(140)
    expect(meanSize(packets)).toBeLessThan(180)
    expectTone(packets)
  })

  it('opens 500 at once, and gives their memory back', async () => {
    const { error } = await packetsOfChild(`
      const frame = Buffer.alloc(960)
      const round = async () => {
        const encoders = await Promise.all(Array.from({ length: 500 }, () => OpusEncoder.open()))
        for (const encoder of encoders) if (encoder.encode(frame).length === 0) error = 'no packet'
        for (const encoder of encoders) encoder.close()
      }
      await round()
      const before = process.memoryUsage().rss
      await round()
      await round()
      const grown = process.memoryUsage().rss - before
      // 1,000 encoders that stay are 45 MB.
      if (grown > 25e6) error = 'grew by ' + grown`)
    expect(error).toBe('')
  })
})
