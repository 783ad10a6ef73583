/**
 * Lector's PCM format: signed 16-bit little-endian, mono, 24 kHz. Qwen3-TTS sends it, and Opus encodes speech best from
 * it: less than half the CPU of 48 kHz stereo, and a better signal-to-noise ratio.
 */
export const SAMPLE_RATE = 24_000
export const BYTES_PER_SAMPLE = 2

/** Discord plays one Opus packet per 20 ms. */
export const FRAME_MS = 20
export const FRAME_SAMPLES = (SAMPLE_RATE * FRAME_MS) / 1000
export const FRAME_BYTES = FRAME_SAMPLES * BYTES_PER_SAMPLE

/** The duration of PCM in milliseconds, by its length in bytes. */
export function durationOf(bytes: number): number {
  return (bytes / BYTES_PER_SAMPLE / SAMPLE_RATE) * 1000
}
