import { BYTES_PER_SAMPLE } from './format.ts'

/** How samples are written. */
export interface SampleFormat {
  /** 8 (unsigned), 16, 24, 32 or 64. */
  readonly bits: number
  readonly float?: boolean
  readonly bigEndian?: boolean
}

export const S16: SampleFormat = { bits: 16 }

/** Whether `toS16` reads these samples. */
export function isReadable({ bits, float = false }: SampleFormat): boolean {
  return float ? bits === 32 || bits === 64 : bits === 8 || bits === 16 || bits === 24 || bits === 32
}

/** Whole samples as signed 16-bit little-endian; s16le comes back as it is. */
export function toS16(bytes: Buffer, format: SampleFormat): Buffer {
  const { bits, float = false, bigEndian = false } = format
  if (bits === 16 && !float && !bigEndian) return bytes
  const width = bits / 8
  const count = Math.floor(bytes.length / width)
  const out = Buffer.alloc(count * BYTES_PER_SAMPLE)
  const read = readerOf(bytes, format)
  for (let i = 0; i < count; i++) out.writeInt16LE(saturated(read(i * width)), i * BYTES_PER_SAMPLE)
  return out
}

function readerOf(bytes: Buffer, { bits, float = false, bigEndian = false }: SampleFormat): (at: number) => number {
  if (float && bits === 64) return (at) => 32_767 * (bigEndian ? bytes.readDoubleBE(at) : bytes.readDoubleLE(at))
  if (float) return (at) => 32_767 * (bigEndian ? bytes.readFloatBE(at) : bytes.readFloatLE(at))
  if (bits === 8) return (at) => (bytes[at]! - 128) * 256
  const width = bits / 8
  const scale = 2 ** (bits - 16)
  return (at) => (bigEndian ? bytes.readIntBE(at, width) : bytes.readIntLE(at, width)) / scale
}

/** A broken float is silence; everything else is cut off at the ends of the range. */
function saturated(value: number): number {
  return Number.isNaN(value) ? 0 : Math.max(-32_768, Math.min(32_767, Math.round(value)))
}
