import type { Synthesize } from '../sound.ts'
import { SAMPLE_RATE } from './pcm.ts'

/** A voice for measurements: 440 Hz for two seconds, whatever the text. */
export const speakSine: Synthesize = async function* (_line, signal) {
  const pcm = sineOf({})
  for (let at = 0; at < pcm.length; at += FRAME_BYTES) {
    signal.throwIfAborted()
    yield pcm.subarray(at, at + FRAME_BYTES)
  }
}

/** s16le mono PCM of one tone that a test can measure. */
export function sineOf({ frequency = 440, seconds = 2, rate = SAMPLE_RATE, peak = 12_000 }): Buffer {
  const samples = Int16Array.from({ length: Math.round(seconds * rate) }, (_, i) =>
    Math.round(peak * Math.sin((2 * Math.PI * frequency * i) / rate)),
  )
  return Buffer.from(samples.buffer)
}

/** 20 ms. */
const FRAME_BYTES = (SAMPLE_RATE / 50) * 2
