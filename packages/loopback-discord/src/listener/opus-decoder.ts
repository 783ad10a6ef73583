import { createDecoder } from 'libopus-wasm'

/** The rate that Discord's clients decode to, in hertz. */
export const DECODED_SAMPLE_RATE = 48_000
/** Discord's clients and bots send one Opus packet every 20 ms. */
export const FRAME_MS = 20
export const DECODED_FRAME_SAMPLES = (DECODED_SAMPLE_RATE * FRAME_MS) / 1000

/** The rate of references to compare with, in hertz: what speech services send. */
export const SPEECH_SAMPLE_RATE = 24_000

/** Decodes one speaker's packets as Discord's clients do. Each packet builds on those before it. */
export interface OpusDecoder {
  /** Returns s16 mono PCM of 48 kHz; throws on bytes that are not an Opus packet. */
  decode(packet: Uint8Array): Int16Array
  /** Returns 20 ms for a packet that was lost, made of what was heard before. */
  conceal(): Int16Array
  /** Frees the decoder's memory, which WebAssembly does not collect. */
  close(): void
}

/** Opens libopus 1.6. The bot encodes with another build of libopus, so an error of either one is heard. */
export async function openOpusDecoder(): Promise<OpusDecoder> {
  const decoder = await createDecoder({ channels: 1, sampleRate: DECODED_SAMPLE_RATE })
  return {
    decode: (packet) => decoder.decode(packet),
    conceal: () => decoder.decodePacketLoss(DECODED_FRAME_SAMPLES),
    close: () => decoder.free(),
  }
}
