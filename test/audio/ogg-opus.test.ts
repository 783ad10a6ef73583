import { sine } from '@lector/loopback-discord'
import prism from 'prism-media'
import { describe, expect, it } from 'vitest'
import { oggOpus } from '../../src/audio/ogg-opus.ts'
import { OpusEncoder } from '../../src/audio/opus.ts'
import { seededRandom } from '../support/random.ts'

const SERIAL = 0xfeed_beef
const random = seededRandom(7845)
const packetOf = (size: number) => Buffer.from(Array.from({ length: size }, () => Math.floor(random() * 256)))

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

async function pagesOf(packets: readonly Buffer[]): Promise<Buffer[]> {
  return Array.fromAsync(oggOpus(each(packets), SERIAL))
}

/** What another implementation reads from the file. */
async function demux(bytes: Buffer, pieceSize: number) {
  const demuxer = new prism.opus.OggDemuxer()
  const heads: Buffer[] = []
  const tags: Buffer[] = []
  const packets: Buffer[] = []
  demuxer.on('head', (head: Buffer) => heads.push(head))
  demuxer.on('tags', (tag: Buffer) => tags.push(tag))
  demuxer.on('data', (packet: Buffer) => packets.push(packet))
  for (let at = 0; at < bytes.length; at += pieceSize) demuxer.write(bytes.subarray(at, at + pieceSize))
  demuxer.end()
  await new Promise((resolve) => demuxer.once('end', resolve))
  return { heads, tags, packets }
}

/** RFC 3533 section 6, a bit at a time: another way to the same number. */
function crcOf(page: Buffer): number {
  const bytes = Buffer.from(page)
  bytes.writeUInt32LE(0, 22)
  let crc = 0
  for (const byte of bytes) {
    for (let bit = 7; bit >= 0; bit--) {
      const carry = (crc >>> 31) ^ ((byte >>> bit) & 1)
      crc = ((crc << 1) ^ (carry ? 0x04c1_1db7 : 0)) >>> 0
    }
  }
  return crc
}

const flags = (page: Buffer) => page.readUInt8(5)
const granule = (page: Buffer) => Number(page.readBigUInt64LE(6))
const lacing = (page: Buffer) => [...page.subarray(27, 27 + page.readUInt8(26))]

describe('oggOpus', () => {
  const packets = Array.from({ length: 120 }, () => packetOf(100 + Math.floor(random() * 100)))

  it('gives every page its checksum, its number and its stream', async () => {
    const pages = await pagesOf(packets)
    expect(pages.map((page) => page.readUInt32LE(22))).toEqual(pages.map(crcOf))
    expect(pages.map((page) => page.readUInt32LE(18))).toEqual([0, 1, 2, 3, 4])
    expect(new Set(pages.map((page) => page.readUInt32LE(14)))).toEqual(new Set([SERIAL]))
    expect(pages.map((page) => page.toString('latin1', 0, 5))).toEqual(pages.map(() => 'OggS\0'))
  })

  it('marks the first and the last page, and counts 48 kHz samples from 0', async () => {
    const pages = await pagesOf(packets)
    expect(pages.map(flags)).toEqual([2, 0, 0, 0, 4])
    expect(pages.map(granule)).toEqual([0, 0, 50 * 960, 100 * 960, 120 * 960])
  })

  it('writes a page for each second as soon as the next begins', async () => {
    let given = 0
    async function* counted() {
      for (const packet of packets) {
        given += 1
        yield packet
      }
    }
    const pages = oggOpus(counted(), SERIAL)
    const givenAtPage: number[] = []
    for await (const _ of pages) givenAtPage.push(given)
    expect(givenAtPage).toEqual([0, 0, 51, 101, 120])
  })

  it.each([
    [1, [1]],
    [254, [254]],
    [255, [255, 0]],
    [256, [255, 1]],
    [510, [255, 255, 0]],
    [765, [255, 255, 255, 0]],
  ])('laces a packet of %i bytes so that its end is seen', async (size, expected) => {
    const packet = packetOf(size)
    const pages = await pagesOf([packet])
    expect(lacing(pages[2]!)).toEqual(expected)
    expect((await demux(Buffer.concat(pages), 1 << 20)).packets).toEqual([packet])
  })

  it.each([1, 26, 27, 28, 1_000, 1 << 20])('is read back by prism-media in pieces of %i bytes', async (pieceSize) => {
    const bytes = Buffer.concat(await pagesOf(packets))
    const read = await demux(bytes, pieceSize)
    expect(read.heads).toHaveLength(1)
    expect(read.tags).toHaveLength(1)
    expect(Buffer.concat(read.packets).equals(Buffer.concat(packets))).toBe(true)
    expect(read.packets.map(({ length }) => length)).toEqual(packets.map(({ length }) => length))
  })

  it('says in its header what players need: version 1, mono, 120 samples to skip, made of 24 kHz', async () => {
    const { heads, tags } = await demux(Buffer.concat(await pagesOf([])), 1 << 20)
    const head = heads[0]!
    expect(head).toHaveLength(19)
    expect([head.readUInt8(8), head.readUInt8(9), head.readUInt16LE(10)]).toEqual([1, 1, 120])
    expect([head.readUInt32LE(12), head.readInt16LE(16), head.readUInt8(18)]).toEqual([24_000, 0, 0])
    const vendorLength = tags[0]!.readUInt32LE(8)
    expect(tags[0]).toHaveLength(16 + vendorLength)
    expect(tags[0]!.readUInt32LE(12 + vendorLength)).toBe(0)
  })

  it('makes a whole file of nothing: headers and an empty last page', async () => {
    const pages = await pagesOf([])
    expect(pages.map(flags)).toEqual([2, 0, 4])
    expect(lacing(pages[2]!)).toEqual([])
    expect(granule(pages[2]!)).toBe(0)
  })

  it('carries real speech packets', async () => {
    const encoder = await OpusEncoder.open()
    const encoded = [...encoder.encode(sine(440, 2_000))]
    encoder.close()
    expect((await demux(Buffer.concat(await pagesOf(encoded)), 4_096)).packets).toEqual(encoded)
  })
})
