import { FRAME_MS } from './opus-decoder.ts'
import type { DecodedFrame } from './playback.ts'
import { splitUtterances } from './utterances.ts'

export interface UtteranceAnalysis {
  /** When its first frame arrived, milliseconds of `performance.now()`. */
  readonly start: number
  /** When its first audible frame arrived; undefined when nothing in it can be heard. */
  readonly firstSound: number | undefined
  /** Milliseconds of speech received, without the silence at the end. */
  readonly speech: number
  readonly received: number
  /** Frames missing between sequence numbers. */
  readonly lost: number
  /** The distinct steps between timestamps of successive packets, in samples of 48 kHz: `[960]` when all is well. */
  readonly timestampSteps: readonly number[]
  /** The longest wait for a next frame, in milliseconds. */
  readonly longestGap: number
  /** Speech frames without end-to-end encryption. */
  readonly unencrypted: number
  /** Frames that could not be decrypted. */
  readonly undecryptable: number
  /** 0 to 1. */
  readonly peak: number
  /** Root mean square of the speech, 0 to 1. */
  readonly rms: number
}

/** Figures of one speaker's frames, utterance by utterance. */
export function analyse(frames: readonly DecodedFrame[], pause?: number): UtteranceAnalysis[] {
  return splitUtterances(frames, pause).map(analyseUtterance)
}

function analyseUtterance(frames: readonly DecodedFrame[]): UtteranceAnalysis {
  const voiced = frames.filter(({ silence }) => !silence)
  const levels = voiced.map(({ pcm }) => levelOf(pcm))
  const samples = levels.reduce((sum, level) => sum + level.samples, 0)
  const energy = levels.reduce((sum, level) => sum + level.energy, 0)
  const streams = streamsOf(frames)
  const audible = levels.findIndex(({ peak }) => peak >= AUDIBLE)
  return {
    start: frames[0]!.arrival,
    firstSound: voiced[audible]?.arrival,
    speech: voiced.length * FRAME_MS,
    received: frames.length,
    lost: streams.reduce((sum, stream) => sum + countLost(stream), 0),
    timestampSteps: [...new Set(streams.flatMap(timestampSteps))].sort((a, b) => a - b),
    // The silence after the last word may belong to the lead-in of the next utterance.
    longestGap: longestGap(frames.slice(0, frames.indexOf(voiced.at(-1)!) + 1)),
    unencrypted: voiced.filter(({ endToEndEncrypted }) => !endToEndEncrypted).length,
    undecryptable: frames.filter(({ opus }) => opus === undefined).length,
    peak: levels.reduce((highest, { peak }) => Math.max(highest, peak), 0),
    rms: samples === 0 ? 0 : Math.sqrt(energy / samples),
  }
}

/** -50 dB of full scale: below the noise of any voice. */
const AUDIBLE = 10 ** (-50 / 20)
const FULL_SCALE = 2 ** 15

function levelOf(pcm: Int16Array = new Int16Array()): { samples: number; energy: number; peak: number } {
  let energy = 0
  let peak = 0
  for (const sample of pcm) {
    const value = sample / FULL_SCALE
    energy += value * value
    peak = Math.max(peak, Math.abs(value))
  }
  return { samples: pcm.length, energy, peak }
}

/** No network loses ten seconds and goes on; a new voice session starts at a random number. */
const NEW_SESSION = 500

function streamsOf(frames: readonly DecodedFrame[]): DecodedFrame[][] {
  const streams: DecodedFrame[][] = []
  for (const [index, frame] of frames.entries()) {
    const step = ((frame.sequence - (frames[index - 1]?.sequence ?? frame.sequence)) << 16) >> 16
    if (index === 0 || Math.abs(step) > NEW_SESSION) streams.push([])
    streams.at(-1)!.push(frame)
  }
  return streams
}

/** Sequence numbers have 16 bits and wrap; frames may arrive out of order or twice. */
function countLost(frames: readonly DecodedFrame[]): number {
  const first = frames[0]!.sequence
  const offsets = new Set(frames.map(({ sequence }) => ((sequence - first) << 16) >> 16))
  return Math.max(...offsets) - Math.min(...offsets) + 1 - offsets.size
}

function timestampSteps(frames: readonly DecodedFrame[]): number[] {
  return pairs(frames).map(([before, after]) => (after.timestamp - before.timestamp) | 0)
}

function longestGap(frames: readonly DecodedFrame[]): number {
  return pairs(frames).reduce((longest, [before, after]) => Math.max(longest, after.arrival - before.arrival), 0)
}

function pairs<T>(items: readonly T[]): [T, T][] {
  return items.slice(1).map((item, index) => [items[index]!, item])
}
