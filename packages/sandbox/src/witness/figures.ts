import { analyse, decodeFrames, frameLevels, type HeardFrame } from '@lector/loopback-discord'
import type { ServedRequest } from '@lector/loopback-speech'
import type { UtteranceFigures } from '../views.ts'

/** What a listener can tell of an utterance that has ended. */
export async function figuresOf(
  frames: readonly HeardFrame[],
  requests: readonly ServedRequest[],
): Promise<UtteranceFigures> {
  const decoded = await decodeFrames(frames)
  const parts = analyse(decoded, Number.POSITIVE_INFINITY)
  const sum = (figure: 'lost' | 'unencrypted' | 'undecryptable') =>
    parts.reduce((total, part) => total + part[figure], 0)
  // After a failure, another voice may have said the rest.
  const isWhole = requests.length > 0 && requests.every(({ state }) => state === 'completed')
  const levels = isWhole ? frameLevels(samplesOf(Buffer.concat(requests.map(({ pcm }) => pcm))), decoded) : []
  return {
    firstSound: parts[0]?.firstSound,
    lost: sum('lost'),
    unencrypted: sum('unencrypted'),
    undecryptable: sum('undecryptable'),
    faint: levels.filter(({ error }) => error < FAINT_DB).length,
  }
}

/** A frame this much quieter than those around it, beside what the speech service made, is heard as a dropout. */
const FAINT_DB = -3

function samplesOf(pcm: Buffer): Int16Array {
  const samples = new Int16Array(pcm.length / Int16Array.BYTES_PER_ELEMENT)
  pcm.copy(Buffer.from(samples.buffer))
  return samples
}
