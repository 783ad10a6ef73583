import { Decoder } from '@evan/opus'

/** What Discord's clients decode to, in hertz. */
export const DECODED_SAMPLE_RATE = 48_000

/** Discord's clients and bots send one Opus packet per 20 ms. */
export const FRAME_MS = 20

export interface OpusDecoder {
  /** s16 mono PCM of 48 kHz; throws on bytes that are no Opus packet. */
  decode(packet: Uint8Array): Int16Array
}

/** One decoder per stream and speaker: each packet builds on those before it. */
export function createOpusDecoder(): OpusDecoder {
  const decoder = new Decoder({ channels: 1, sample_rate: DECODED_SAMPLE_RATE })
  return {
    decode(packet) {
      const { buffer, byteOffset, byteLength } = decoder.decode(packet)
      return new Int16Array(buffer, byteOffset, byteLength / Int16Array.BYTES_PER_ELEMENT)
    },
  }
}
