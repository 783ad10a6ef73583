import { parentPort } from 'node:worker_threads'
import { FLITE_RATE, loadFlite } from '@lector/flite'
import { resampleThreeToTwo } from './resample.ts'
import type { Sounding } from './sounding.ts'

export interface VoiceRequest extends Sounding {
  /** Plain ASCII. */
  readonly text: string
}

/** s16le mono PCM of 24 kHz; empty when nothing can be heard. */
export type VoiceAnswer = Uint8Array<ArrayBuffer>

// Synthesis blocks its thread; this thread exists to be blocked.
const flite = await loadFlite()

parentPort?.on('message', ({ voice, text, pitch, tempo, gain }: VoiceRequest) => {
  const pcm = trim(samplesOf(flite({ voice, text, pitch, stretch: 1 / tempo })))
  const answer: VoiceAnswer = new Uint8Array(resampleThreeToTwo(pcm, gain).buffer)
  parentPort?.postMessage(answer, [answer.buffer])
})

function samplesOf(bytes: Buffer): Int16Array {
  return new Int16Array(Uint8Array.from(bytes).buffer, 0, bytes.length >> 1)
}

/** Trims the silence that Flite puts around a text to 20 ms before and 150 ms after it. */
function trim(samples: Int16Array): Int16Array {
  const audible = (sample: number) => Math.abs(sample) > AUDIBLE
  const first = samples.findIndex(audible)
  if (first === -1) return new Int16Array(0)
  return samples.subarray(
    Math.max(0, first - FLITE_RATE * 0.02),
    Math.min(samples.length, samples.findLastIndex(audible) + FLITE_RATE * 0.15),
  )
}

/** Above the hum of Flite's voices. */
const AUDIBLE = 150
