import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { openOpusDecoder, shareOf, sine } from '@lector/loopback-discord'
import { describe, expect, it } from 'vitest'
import { FRAME_BYTES } from '../../src/audio/format.ts'
import {
  OPUS_BINDING,
  OpusEncoder,
  type OpusEncoderOptions,
  openEncoders,
  SILENCE_PACKET,
} from '../../src/audio/opus.ts'
import { bursts, preEchoes } from '../support/bursts.ts'
import { seededRandom } from '../support/random.ts'
import { rmsOf } from '../support/sound.ts'

const second = sine(1_000, 1_000)

async function packetsOf(pcm: Buffer, options?: OpusEncoderOptions): Promise<Buffer[]> {
  const encoder = await OpusEncoder.open(options)
  const packets = [...encoder.encode(pcm), ...encoder.flush()]
  encoder.close()
  return packets
}

/** Decodes as Discord's clients do, to 48 kHz. */
async function decode(packets: readonly Buffer[]): Promise<Int16Array[]> {
  const decoder = await openOpusDecoder()
  const frames = packets.map((packet) => decoder.decode(packet))
  decoder.close()
  return frames
}

function meanSize(packets: readonly Buffer[]): number {
  return packets.reduce((sum, { length }) => sum + length, 0) / packets.length
}

async function expectTone(packets: readonly Buffer[]): Promise<void> {
  const frames = await decode(packets)
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
  it('makes a packet of about 161 bytes from each 20 ms frame', async () => {
    const packets = await packetsOf(second)
    expect(packets).toHaveLength(50)
    expect(meanSize(packets)).toBeGreaterThan(140)
    expect(meanSize(packets)).toBeLessThan(180)
  })

  it('packets decode at 48 kHz to 960 samples each, a tone at its frequency', async () => {
    expect(OPUS_BINDING).toBe('@evan/opus')
    await expectTone(await packetsOf(second))
  })

  it('silence packets decode to silence', async () => {
    const [frame] = await decode([SILENCE_PACKET])
    expect(frame).toHaveLength(960)
    expect(frame?.every((sample) => sample === 0)).toBe(true)
  })

  it.each([
    ['speech that starts at once, after the lead-in', 0],
    ['speech after a stall', 40],
  ])('codes %s at its own level, although the decoder has heard silence instead', async (_, stalledAt) => {
    const pcm = sine(440, 1_000)
    const packets = await packetsOf(pcm)
    const frames = await decode([
      ...packets.slice(0, stalledAt),
      ...new Array<Buffer>(5).fill(SILENCE_PACKET),
      ...packets.slice(stalledAt),
    ])
    const levels = frames.slice(stalledAt + 5).map((frame) => 20 * Math.log10(rmsOf(Float64Array.from(frame)) / 11_585))
    for (const [index, level] of levels.entries()) expect(Math.abs(level), `frame ${index}`).toBeLessThan(0.7)
  })

  it('keeps the noise before plosives low, unless it is hurried', async () => {
    const made = bursts(40)
    const echoOf = async (options: OpusEncoderOptions) => {
      const decoded = Int16Array.from((await decode(await packetsOf(made.pcm, options))).flatMap((frame) => [...frame]))
      return preEchoes(decoded, made, 3, 8).sort((a, b) => a - b)[20]!
    }
    const [calm, hurried] = [await echoOf({}), await echoOf({ hurried: true })]
    expect(calm).toBeLessThan(-34)
    expect(hurried).toBeGreaterThan(calm + 10)
  })

  it.each([8_000, 384_000])('clamps the bitrate of a channel of %i b/s to what is heard', async (bitrate) => {
    const packets = await packetsOf(second, { bitrate })
    expect(meanSize(packets)).toBeGreaterThan(100)
    expect(meanSize(packets)).toBeLessThan(180)
  })

  it('packets are the same wherever the PCM is split, the last one padded with silence', async () => {
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

  it('yields the first packet before it encodes the second', async () => {
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
      'with packets that nobody read',
      (encoder: OpusEncoder) =>
        [...encoder.encode(second.subarray(0, 960))].concat(encoder.encode(second.subarray(960)).next().value!),
    ],
    ['at another bitrate', (encoder: OpusEncoder) => [...encoder.encode(second)]],
  ])('reused after it was closed %s, encodes like a new encoder', async (_, use) => {
    const expected = await packetsOf(sine(500, 500))
    const used = await OpusEncoder.open({ bitrate: 48_000, complexity: 5 })
    use(used)
    used.close()
    expect(await packetsOf(sine(500, 500))).toEqual(expected)
  })

  it('throws once it is closed; openEncoders counts those that are not', async () => {
    const before = openEncoders()
    const encoder = await OpusEncoder.open()
    expect(openEncoders()).toBe(before + 1)
    encoder.close()
    encoder.close()
    expect(openEncoders()).toBe(before)
    expect(() => [...encoder.encode(second)]).toThrow('closed')
  })

  it('500 open encoders do not affect each other', async () => {
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
  it('packets have the same size and sound, from a second encoder too', async () => {
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
    await expectTone(packets)
  })

  it('500 open at once give their memory back', async () => {
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
