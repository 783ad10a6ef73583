import { SAMPLE_RATE } from './format.ts'

/** Ogg Opus counts time in 48 kHz samples at any encoding rate (RFC 7845 section 4). */
const GRANULES_PER_FRAME = 960
/**
 * The delay of libopus, the same at any rate. Players skip it; granule positions count it, so a file begins at 0 (RFC
 * 7845 section 4.2).
 */
const PRE_SKIP = 120
const PACKETS_PER_PAGE = 50
const FIRST_PAGE = 2
const LAST_PAGE = 4

/**
 * Writes 20 ms Opus packets as an Ogg Opus file (RFC 3533, RFC 7845), one page a second, so the file can be streamed
 * before its length is known.
 */
export async function* oggOpus(packets: AsyncIterable<Buffer>, serial: number): AsyncGenerator<Buffer> {
  let sequence = 0
  const page = (payload: readonly Buffer[], granule: number, flags: number) =>
    oggPage({ payload, granule, flags, serial, sequence: sequence++ })

  yield page([opusHead()], 0, FIRST_PAGE)
  yield page([opusTags()], 0, 0)
  let waiting: Buffer[] = []
  let frames = 0
  for await (const packet of packets) {
    if (waiting.length === PACKETS_PER_PAGE) {
      yield page(waiting, frames * GRANULES_PER_FRAME, 0)
      waiting = []
    }
    waiting.push(packet)
    frames += 1
  }
  yield page(waiting, frames * GRANULES_PER_FRAME, LAST_PAGE)
}

function opusHead(): Buffer {
  const head = Buffer.alloc(19)
  head.write('OpusHead', 0, 'latin1')
  head.writeUInt8(1, 8)
  head.writeUInt8(1, 9)
  head.writeUInt16LE(PRE_SKIP, 10)
  head.writeUInt32LE(SAMPLE_RATE, 12)
  return head
}

function opusTags(): Buffer {
  const vendor = Buffer.from('Lector')
  const tags = Buffer.alloc(8 + 4 + vendor.length + 4)
  tags.write('OpusTags', 0, 'latin1')
  tags.writeUInt32LE(vendor.length, 8)
  vendor.copy(tags, 12)
  return tags
}

interface Page {
  readonly payload: readonly Buffer[]
  readonly granule: number
  readonly flags: number
  readonly serial: number
  readonly sequence: number
}

function oggPage({ payload, granule, flags, serial, sequence }: Page): Buffer {
  const segments = payload.flatMap(({ length }) => [...Array<number>(Math.floor(length / 255)).fill(255), length % 255])
  const header = Buffer.alloc(27 + segments.length)
  header.write('OggS', 0, 'latin1')
  header.writeUInt8(flags, 5)
  header.writeBigUInt64LE(BigInt(granule), 6)
  header.writeUInt32LE(serial, 14)
  header.writeUInt32LE(sequence, 18)
  header.writeUInt8(segments.length, 26)
  header.set(segments, 27)
  const page = Buffer.concat([header, ...payload])
  page.writeUInt32LE(checksum(page), 22)
  return page
}

/** CRC-32 with polynomial 0x04c11db7, neither reflected nor inverted, unlike that of node:zlib (RFC 3533 section 6). */
function checksum(bytes: Buffer): number {
  let crc = 0
  for (const byte of bytes) crc = ((crc << 8) ^ TABLE[((crc >>> 24) ^ byte) & 0xff]!) >>> 0
  return crc
}

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index << 24
  for (let bit = 0; bit < 8; bit += 1) value = value & 0x8000_0000 ? (value << 1) ^ 0x04c1_1db7 : value << 1
  return value >>> 0
})
