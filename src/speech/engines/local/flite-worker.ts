import { parentPort } from 'node:worker_threads'
import { FLITE_RATE, loadFlite } from '@lector/flite'
import { BYTES_PER_SAMPLE, SAMPLE_RATE } from '../../../audio/format.ts'
import { createResampler } from '../../../audio/resample.ts'
import { finish } from './finish.ts'
import type { Job } from './job.ts'
import { raisedVoice } from './raised-voice.ts'
import { whisper } from './whisper.ts'

/** The answer to a job: s16le mono 24 kHz. */
export type JobResult =
  | { readonly kind: 'audio'; readonly pcm: Uint8Array }
  | { readonly kind: 'silent' }
  | { readonly kind: 'failed'; readonly reason: string }

// Synthesis blocks its thread, some 10 ms for a second of speech; this thread exists to be blocked.
const flite = await loadFlite()

parentPort?.on('message', (job: Job) => {
  const result = work(job)
  parentPort?.postMessage(result, result.kind === 'audio' ? [result.pcm.buffer as ArrayBuffer] : [])
})

function work({ flite: request, size, gain, whispers, raised, pause }: Job): JobResult {
  try {
    const rate = Math.round(FLITE_RATE * size)
    const spoken = samplesOf(flite(request))
    if (whispers) whisper(spoken, rate)
    const finished = finish(raised ? spoken.map(raisedVoice(rate)) : spoken, rate, gain, pause)
    if (!finished) return { kind: 'silent' }
    const resampler = createResampler(rate, SAMPLE_RATE)
    return { kind: 'audio', pcm: new Uint8Array(Buffer.concat([resampler.push(finished), resampler.flush()])) }
  } catch (error) {
    return { kind: 'failed', reason: String(error) }
  }
}

function samplesOf(pcm: Buffer): Float64Array {
  return Float64Array.from({ length: pcm.length / BYTES_PER_SAMPLE }, (_, i) => pcm.readInt16LE(i * BYTES_PER_SAMPLE))
}
