import type { HeardFrame } from './recording.ts'

/**
 * A speaker's frames in pieces, one for each utterance, with the silence that ends it. RTP timestamps stand still
 * during pauses, so only arrivals tell. A gap counts as a pause when frames of silence announced it: without those it
 * is a stall within the utterance, unless it is far too long for one.
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
