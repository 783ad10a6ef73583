import type { HeardFrame } from './recording.ts'

/**
 * Splits a speaker's frames into utterances, each with the silence that ends it. RTP timestamps stand still during
 * pauses, so arrival times decide. A gap is a pause if silence frames precede it; otherwise it is a stall within the
 * utterance, unless it is too long for one.
 */
export function splitUtterances<Frame extends HeardFrame>(frames: readonly Frame[], pause = 250): Frame[][] {
  const utterances: Frame[][] = []
  let current: Frame[] | undefined
  let lastVoiced: Frame | undefined
  let previous: Frame | undefined
  for (const frame of frames) {
    if (!frame.silence) {
      const gap = lastVoiced === undefined ? Number.POSITIVE_INFINITY : frame.arrival - lastVoiced.arrival
      if (gap >= LONGEST_STALL || (previous?.silence && gap >= pause)) {
        current = []
        utterances.push(current)
      }
      lastVoiced = frame
    }
    current?.push(frame)
    previous = frame
  }
  return utterances
}

/** Milliseconds. */
const LONGEST_STALL = 2000
