import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { createOpusDecoder, shareOf, sine } from '@lector/loopback-discord'
import { describe, expect, it } from 'vitest'
import { FRAME_BYTES } from '../../src/audio/format.ts'
import {
  OPUS_BINDING,
  OpusEncoder,
  type OpusEncoderOptions,
  openEncoders,
  SILENCE_PACKET,
} from '../../src/audio/opus.ts'
import { seededRandom } from '../support/random.ts'

const second = sine(1_000, 1_000)

async function packetsOf(pcm: Buffer, options?: OpusEncoderOptions): Promise<Buffer[]> {
  const encoder = await OpusEncoder.open(options)
  const packets = [...encoder.encode(pcm), ...encoder.flush()]
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

  it('makes the same packets wherever the PCM is split, its end padded with silence', async () => {
    const random = seededRandom(20)
    const pcm = second.subarray(0, 25 * FRAME_BYTES + 314)
    const padded = await packetsOf(Buffer.concat([pcm, Buffer.alloc(FRAME_BYTES - 314)]))
    for (let round = 0; round < 60; round++) {
      const encoder = await OpusEncoder.open()
      const packets: Buffer[] = []
      for (let at = 0; at < pcm.length; ) {
        const size = Math.floor(random() ** 3 * FRAME_BYTES * (1 + (round % 20)))
        packets.push(...encoder.encode(pcm.subarray(at, at + size)))
        at += size
        // All that could be made was made.
        expect(packets).toHaveLength(Math.floor(Math.min(at, pcm.length) / FRAME_BYTES))
      }
      packets.push(...encoder.flush(), ...encoder.flush())
      encoder.close()
      expect(packets).toEqual(padded)
    }
  })

  it('hands over the very first packet before it encodes the second', async () => {
    const encoder = await OpusEncoder.open()
    const packets = encoder.encode(second)
    const { value } = packets.next()
    packets.return(undefined)
    expect([value]).toEqual((await packetsOf(second)).slice(0, 1))
    // Only one of the fifty frames was written.
    expect([...encoder.flush()]).toEqual([])
    encoder.close()
  })

  it.each([
    ['in the middle of a frame', (encoder: OpusEncoder) => [...encoder.encode(second.subarray(0, 4_000))]],
    [
      'with packets that nobody took',
      (encoder: OpusEncoder) =>
        [...encoder.encode(second.subarray(0, 960))].concat(encoder.encode(second.subarray(960)).next().value!),
    ],
    ['at another bitrate', (encoder: OpusEncoder) => [...encoder.encode(second)]],
  ])('is as good as new after it was closed %s', async (_, use) => {
    const expected = await packetsOf(sine(500, 500))
    const used = await OpusEncoder.open({ bitrate: 48_000, complexity: 5 })
    use(used)
    used.close()
    expect(await packetsOf(sine(500, 500))).toEqual(expected)
  })

  it('takes no more once it is closed, and counts those that are open', async () => {
    const before = openEncoders()
    const encoder = await OpusEncoder.open()
    expect(openEncoders()).toBe(before + 1)
    encoder.close()
    encoder.close()
    expect(openEncoders()).toBe(before)
    expect(() => [...encoder.encode(second)]).toThrow('closed')
  })

  it('keeps 500 open encoders apart', async () => {
    const tones = [sine(400, 120), sine(1_000, 120)]
    const expected = await Promise.all(tones.map((tone) => packetsOf(tone)))
    const encoders = await Promise.all(Array.from({ length: 500 }, () => OpusEncoder.open()))
    for (let at = 0; at < 6; at++) {
      for (const [index, encoder] of encoders.entries()) {
        const frame = tones[index % 2]!.subarray(at * FRAME_BYTES, (at + 1) * FRAME_BYTES)
        const [packet] = encoder.encode(frame)
        if (!packet?.equals(expected[index % 2]![at]!)) expect.fail(`encoder ${index}, frame ${at}`)
      }
    }
    for (const encoder of encoders) encoder.close()
  })
})

describe('OpusEncoder over libopus-wasm', () => {
  it('makes packets of the same size and sound, of an encoder after another one too', async () => {
    const pcm = JSON.stringify(second.toString('base64'))
    const { binding, packets, error } = await packetsOfChild(`
      const pcm = Buffer.from(${pcm}, 'base64')
      const speak = async () => {
        const encoder = await OpusEncoder.open()
        const spoken = [...encoder.encode(pcm)]
        encoder.close()
        return spoken
      }
      packets.push(...(await speak()))
      if (!Buffer.concat(await speak()).equals(Buffer.concat(packets))) error = 'the second differs'`)
    expect(binding).toBe('libopus-wasm')
    expect(error).toBe('')
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
        for (const encoder of encoders) if (encoder.encode(frame).next().value.length === 0) error = 'no packet'
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
