/** What the services send: s16le mono PCM of 24 kHz. */
export const SAMPLE_RATE = 24_000

/** Duration of the given bytes, in milliseconds. */
export function durationOf(bytes: number): number {
  return (bytes / 2 / SAMPLE_RATE) * 1000
}
