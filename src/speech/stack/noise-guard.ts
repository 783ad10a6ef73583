import { isNoise, NOISE_WINDOW, samplesOf } from '../../audio/noise.ts'
import { LectorError } from '../../kernel/errors.ts'
import type { SpeechEvent } from '../engine.ts'
import type { Stage } from './staged.ts'

/**
 * Keeps loud noise from listeners, which is what bytes that are no PCM sound like. Engines decode by content; this is
 * for what they take for PCM nevertheless, and for PCM that loses a byte on its way. Sound is passed on once 85 ms of it
 * are there and judged, so nothing is heard that was not judged.
 */
export function noiseGuard(engine: string): Stage {
  return {
    enter() {
      let held: Buffer[] = []
      let size = 0

      function take(): Buffer {
        const pcm = held.length === 1 ? held[0]! : Buffer.concat(held, size)
        held = []
        size = 0
        return pcm
      }

      function release(): SpeechEvent[] {
        if (size === 0) return []
        const pcm = take()
        if (hasNoise(pcm)) throw noise(engine)
        return [{ kind: 'audio', pcm }]
      }

      return {
        pass(event) {
          if (event.kind === 'end') return [...release(), event]
          if (event.kind !== 'audio') return [event]
          held.push(event.pcm)
          size += event.pcm.length
          return size < NOISE_WINDOW * 2 ? [] : release()
        },
        fail() {
          const pcm = take()
          return pcm.length === 0 || hasNoise(pcm) ? [] : [{ kind: 'audio', pcm }]
        },
      }
    },
  }
}

/** Judges every window, the last one up to the end. */
function hasNoise(pcm: Buffer): boolean {
  const samples = samplesOf(pcm)
  for (let at = 0; at + NOISE_WINDOW < samples.length; at += NOISE_WINDOW) {
    if (isNoise(samples.subarray(at, at + NOISE_WINDOW))) return true
  }
  return isNoise(samples.subarray(Math.max(0, samples.length - NOISE_WINDOW)))
}

function noise(engine: string): LectorError {
  const message = `Engine "${engine}" sent noise: its bytes are no PCM`
  return new LectorError('speech.malformed', { engine }, message)
}
