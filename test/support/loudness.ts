import { LoudnessMeter, toLufs } from '../../src/audio/loudness.ts'

/** The gated loudness of s16le mono 24 kHz PCM in LUFS; NaN when it is silent or too short. */
export function loudnessOf(pcm: Buffer): number {
  const meter = new LoudnessMeter()
  meter.push(Int16Array.from({ length: pcm.length / 2 }, (_, i) => pcm.readInt16LE(i * 2)))
  return meter.measured ? toLufs(meter.measured.power) : Number.NaN
}
