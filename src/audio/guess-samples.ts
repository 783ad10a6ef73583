import { isNoise, NOISE_WINDOW, samplesOf } from './noise.ts'
import { S16, type SampleFormat, toS16 } from './samples.ts'

/** Bytes that a guess takes at most. */
export const GUESS_BYTES = NOISE_WINDOW * 2

/**
 * How bare samples are written: as declared, unless that is noise and another common way is not. Servers do send floats
 * and big-endian samples without a word, and `audio/L16`, which is big-endian by RFC 2586, is little-endian as often.
 *
 * @returns undefined if they are noise in every way: then they are no samples
 */
export function guessSamples(start: Buffer, declared: SampleFormat = S16): SampleFormat | undefined {
  return [declared, ...COMMON].find((format) => isPlausible(start, format))
}

const COMMON: readonly SampleFormat[] = [
  S16,
  { bits: 16, bigEndian: true },
  { bits: 32, float: true },
  { bits: 24 },
  { bits: 32 },
]

function isPlausible(start: Buffer, format: SampleFormat): boolean {
  const width = format.bits / 8
  const whole = start.subarray(0, start.length - (start.length % width))
  if (format.float && !areFloats(whole, width)) return false
  return !isNoise(samplesOf(toS16(whole, format)))
}

/** Samples are numbers around -1 to 1; other bytes read as floats are anything. */
function areFloats(bytes: Buffer, width: number): boolean {
  for (let at = 0; at < bytes.length; at += width) {
    const value = width === 8 ? bytes.readDoubleLE(at) : bytes.readFloatLE(at)
    if (!(Math.abs(value) < 4)) return false
  }
  return true
}
