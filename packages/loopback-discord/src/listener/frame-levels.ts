import { FRAME_MS, SPEECH_SAMPLE_RATE } from './opus-decoder.ts'
import type { DecodedFrame } from './playback.ts'

/** How loud one frame of speech was heard, beside how loud the speech service made it. */
export interface FrameLevel {
  /** Counted from the first frame of speech. */
  readonly index: number
  /** The level of the reference, in dB of full scale. */
  readonly level: number
  /**
   * In dB: by how much the frame is louder (or quieter, when negative) than the reference, beside the frames around it.
   * So it shows what happened to this frame, and not the gain of the sentence.
   */
  readonly error: number
}

/**
 * Compares speech frame by frame with what the speech service made (s16 mono, 24 kHz): the frames that are not silence
 * are its 20 ms pieces, in order. Frames that are too quiet to be heard have no level, and neither have lost ones.
 */
export function frameLevels(reference: Int16Array, frames: readonly DecodedFrame[]): FrameLevel[] {
  const loudness = powerOf(reference)
  const gains = inOrder(frames).flatMap(({ pcm, index }) => {
    const start = index * FRAME_SAMPLES - CODEC_DELAY
    const power = powerOf(reference.subarray(Math.max(0, start), Math.max(0, start + FRAME_SAMPLES)))
    if (!pcm || power < loudness * FAINT) return []
    return [{ index, level: decibels(power / FULL_SCALE_POWER), gain: decibels(powerOf(pcm) / power) }]
  })
  return gains.map(({ index, level, gain }, at) => {
    const around = gains.slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS + 1).map((frame) => frame.gain)
    return { index, level, error: gain - median(around) }
  })
}

const FRAME_SAMPLES = (SPEECH_SAMPLE_RATE * FRAME_MS) / 1000
/** libopus looks 2.5 ms ahead in its low-delay mode. */
const CODEC_DELAY = (SPEECH_SAMPLE_RATE * 2.5) / 1000
/** Frames this much quieter than the whole are between words, where the codec's noise counts: -20 dB. */
const FAINT = 10 ** -2
const FULL_SCALE_POWER = 2 ** 30
/** Half a second on both sides, in which the gain of a sentence hardly moves. */
const NEIGHBOURS = 25

interface Placed {
  readonly pcm: Int16Array | undefined
  readonly index: number
}

/** The frames of speech with their places, counted by the sequence numbers less the frames of silence between them. */
function inOrder(frames: readonly DecodedFrame[]): Placed[] {
  const first = frames[0]?.sequence ?? 0
  const sorted = frames
    .map(({ pcm, silence, sequence }) => ({ pcm, silence, offset: ((sequence - first) << 16) >> 16 }))
    .sort((a, b) => a.offset - b.offset)
  const start = sorted.findIndex(({ silence }) => !silence)
  let silent = sorted[start]?.offset ?? 0
  return sorted.slice(start).flatMap(({ pcm, silence, offset }) => {
    if (silence) silent += 1
    return silence ? [] : [{ pcm, index: offset - silent }]
  })
}

function powerOf(samples: Int16Array): number {
  let sum = 0
  for (const sample of samples) sum += sample * sample
  return sum / Math.max(1, samples.length)
}

function decibels(ratio: number): number {
  return 10 * Math.log10(Math.max(ratio, Number.MIN_VALUE))
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
