import { describe, expect, it } from 'vitest'
import { createWavReader, encodeWav, encodeWavHeader, UnsupportedAudioError } from '../../src/audio/wav.ts'

const pcm = Buffer.from(Array.from({ length: 40 }, (_, i) => (i * 37 + 11) & 0xff))

/** As DashScope sends it: both sizes are placeholders near 0x7fffffff. */
const streamed = Buffer.concat([
  Buffer.from('52494646feffff7f57415645666d74201000000001000100c05d000080bb00000200100064617461ffffff7f', 'hex'),
  pcm,
])

function read(pieces: Uint8Array[]) {
  const reader = createWavReader()
  const out = pieces.map((piece) => reader.push(piece))
  out.push(reader.flush())
  for (const part of out) expect(part.length % 2).toBe(0)
  return { pcm: Buffer.concat(out), format: reader.format }
}

function everySplit(bytes: Buffer): Uint8Array[][] {
  return Array.from({ length: bytes.length + 1 }, (_, i) => [bytes.subarray(0, i), bytes.subarray(i)])
}

const oneByOne = (bytes: Buffer) => Array.from(bytes, (byte) => Uint8Array.of(byte))

function chunk(id: string, body: Buffer, size = body.length): Buffer {
  const head = Buffer.alloc(8)
  head.write(id, 0, 'latin1')
  head.writeUInt32LE(size, 4)
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
}

function fmt(fields: { tag?: number; channels?: number; rate?: number; bits?: number; extra?: Buffer } = {}): Buffer {
  const { tag = 1, channels = 1, rate = 24_000, bits = 16, extra = Buffer.alloc(0) } = fields
  const body = Buffer.alloc(16)
  body.writeUInt16LE(tag, 0)
  body.writeUInt16LE(channels, 2)
  body.writeUInt32LE(rate, 4)
  body.writeUInt32LE((rate * channels * bits) / 8, 8)
  body.writeUInt16LE((channels * bits) / 8, 12)
  body.writeUInt16LE(bits, 14)
  return chunk('fmt ', Buffer.concat([body, extra]))
}

const riff = (...chunks: Buffer[]) => Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVE', 'latin1'), ...chunks])

describe('encodeWav', () => {
  it('writes the canonical 44-byte header', () => {
    const wav = encodeWav(pcm, { sampleRate: 24_000 })
    expect(wav.subarray(0, 44).toString('hex')).toBe(
      '524946464c00000057415645666d74201000000001000100c05d000080bb0000020010006461746128000000',
    )
    expect(wav.subarray(44).equals(pcm)).toBe(true)
  })

  it('reads its own files back, mono and stereo', () => {
    expect(read([encodeWav(pcm, { sampleRate: 16_000 })])).toEqual({ pcm, format: { sampleRate: 16_000, channels: 1 } })
    expect(read([encodeWav(pcm, { sampleRate: 48_000, channels: 2 })])).toEqual({
      pcm,
      format: { sampleRate: 48_000, channels: 2 },
    })
  })

  it('keeps a placeholder length within 32 bits', () => {
    expect(encodeWavHeader(0xffff_ffff, { sampleRate: 24_000, channels: 1 }).readUInt32LE(40)).toBe(0xffff_ffff)
  })
})

describe('createWavReader', () => {
  it('drops a streamed header at every split point', () => {
    for (const pieces of [...everySplit(streamed), oneByOne(streamed)]) {
      expect(read(pieces)).toEqual({ pcm, format: { sampleRate: 24_000, channels: 1 } })
    }
  })

  it('passes a stream without RIFF through at every split point', () => {
    for (const pieces of [...everySplit(pcm), oneByOne(pcm)]) {
      expect(read(pieces)).toEqual({ pcm, format: { sampleRate: 24_000, channels: 1 } })
    }
  })

  it('walks over other chunks, odd ones with their padding, at every split point', () => {
    const wav = riff(chunk('LIST', Buffer.from('odd')), fmt(), chunk('fact', Buffer.alloc(4)), chunk('data', pcm, 0))
    for (const pieces of [...everySplit(wav), oneByOne(wav)]) expect(read(pieces).pcm.equals(pcm)).toBe(true)
  })

  it('understands WAVE_FORMAT_EXTENSIBLE', () => {
    const extra = Buffer.concat([Buffer.from('16001000040000000100', 'hex'), Buffer.alloc(14)])
    const wav = riff(fmt({ tag: 0xfffe, extra }), chunk('data', pcm))
    expect(read([wav]).pcm.equals(pcm)).toBe(true)
  })

  it('carries a lone byte to the next piece and whole frames in stereo', () => {
    const reader = createWavReader()
    expect(reader.push(Uint8Array.of(1, 2, 3, 4, 5))).toEqual(Buffer.from([1, 2, 3, 4]))
    expect(reader.push(Uint8Array.of(6))).toEqual(Buffer.from([5, 6]))
    expect(reader.push(Uint8Array.of(7))).toEqual(Buffer.alloc(0))
    expect(reader.flush()).toEqual(Buffer.alloc(0))

    const stereo = createWavReader({ sampleRate: 48_000, channels: 2 })
    expect(stereo.push(Uint8Array.of(1, 2, 3, 4, 5, 6, 7))).toEqual(Buffer.from([1, 2, 3, 4]))
    expect(stereo.push(Uint8Array.of(8))).toEqual(Buffer.from([5, 6, 7, 8]))
  })

  it('hands out a stream that is shorter than a magic word', () => {
    expect(read([Uint8Array.of(1, 2, 3)]).pcm).toEqual(Buffer.from([1, 2]))
    expect(read([]).pcm).toEqual(Buffer.alloc(0))
  })

  it('finds no sound in a header that was cut', () => {
    for (let length = 4; length <= 44; length++) expect(read([streamed.subarray(0, length)]).pcm.length).toBe(0)
  })

  it.each([
    [8, false, 1, (b: Buffer, v: number) => b.writeUInt8(Math.round(v * 127) + 128)],
    [16, false, 1, (b: Buffer, v: number) => b.writeInt16LE(Math.round(v * 32_767))],
    [24, false, 1, (b: Buffer, v: number) => b.writeIntLE(Math.round(v * 8_388_607), 0, 3)],
    [32, false, 1, (b: Buffer, v: number) => b.writeInt32LE(Math.round(v * 2_147_483_647))],
    [32, true, 3, (b: Buffer, v: number) => b.writeFloatLE(v)],
    [64, true, 3, (b: Buffer, v: number) => b.writeDoubleLE(v)],
  ] as const)('reads samples of %i bits (float: %s), at every split point', (bits, _float, tag, write) => {
    const values = [0, 0.5, -0.5, 1, -1, 0.25]
    const body = Buffer.concat(
      values.map((value) => {
        const sample = Buffer.alloc(bits / 8)
        write(sample, value)
        return sample
      }),
    )
    const wav = riff(fmt({ bits, tag }), chunk('data', body))
    for (const pieces of [...everySplit(wav), oneByOne(wav)]) {
      const { pcm } = read(pieces)
      expect(pcm.length).toBe(2 * values.length)
      for (const [i, value] of values.entries()) {
        expect(Math.abs(pcm.readInt16LE(2 * i) / 32_767 - value)).toBeLessThan(bits === 8 ? 0.01 : 0.0002)
      }
    }
  })

  it('plays nothing after the sound, however it is cut', () => {
    const tags = [chunk('LIST', Buffer.from('INFOISFT\x05\0\0\0Lavf\0\0')), chunk('id3 ', Buffer.alloc(90, 'T'))]
    const wav = riff(fmt(), chunk('data', pcm), ...tags)
    for (const pieces of [...everySplit(wav), oneByOne(wav)]) expect(read(pieces).pcm.equals(pcm)).toBe(true)
  })

  it('goes on with a WAV that follows, as servers send one for each chunk', () => {
    const wav = encodeWav(pcm, { sampleRate: 24_000 })
    const odd = riff(fmt({ bits: 8 }), chunk('data', Buffer.alloc(3, 128)))
    const both = Buffer.concat([wav, wav])
    for (const pieces of [...everySplit(both), oneByOne(both)]) {
      expect(read(pieces).pcm.equals(Buffer.concat([pcm, pcm]))).toBe(true)
    }
    expect(read([Buffer.concat([odd, odd])]).pcm.length).toBe(12)
  })

  it.each([
    ['MP3 with an ID3 tag', Buffer.from('ID3\x04\0\0\0\0')],
    ['Ogg', Buffer.from('OggS\0\x02')],
    ['FLAC', Buffer.from('fLaC\0\0')],
    ['RIFF of another kind', Buffer.from('RIFF\0\0\0\0AVI LIST')],
    ['12-bit samples', riff(fmt({ bits: 12 }), chunk('data', pcm))],
    ['A-law', riff(fmt({ tag: 6, bits: 8 }), chunk('data', pcm))],
    ['MP3 in RIFF', riff(fmt({ tag: 0x55, bits: 0 }), chunk('data', pcm))],
    ['MP4', Buffer.from('\0\0\0\x1cftypM4A \0\0\0\0', 'latin1')],
    ['WebM', Buffer.from('\x1aE\xdf\xa3\x9f', 'latin1')],
    ['a page', Buffer.from('<!DOCTYPE html><html><head><title>')],
    ['JSON', Buffer.from('{"error": {"message": "no"}}')],
    ['no channel', riff(fmt({ channels: 0 }), chunk('data', pcm))],
    ['an impossible rate', riff(fmt({ rate: 0 }), chunk('data', pcm))],
    ['data before fmt', riff(chunk('data', pcm))],
    ['a header without end', riff(chunk('LIST', Buffer.alloc(2), 0xffff_fff0))],
    ['a short fmt', riff(chunk('fmt ', Buffer.alloc(8)), chunk('data', pcm))],
  ])('refuses %s, in one piece and byte by byte', (_, bytes) => {
    expect(() => read([bytes])).toThrow(UnsupportedAudioError)
    expect(() => read(oneByOne(bytes))).toThrow(UnsupportedAudioError)
  })
})
