import { FRAME_MS } from '../../audio/format.ts'
import { createOpusDecoder, DECODED_SAMPLE_RATE } from '../../audio/opus-decoder.ts'
import { encodeWav } from '../../audio/wav.ts'
import type { HeardFrame } from '../listener/recording.ts'

const FRAME_SAMPLES = (DECODED_SAMPLE_RATE * FRAME_MS) / 1000

/** A pause shorter than this is the network's unrest; a longer one belongs to what was heard. */
const SHORTEST_PAUSE = 3 * FRAME_MS

export interface HeardFigures {
  /** Frames of speech, without the silence before pauses. */
  readonly frames: number
  readonly silenceFrames: number
  /** Missing sequence numbers. */
  readonly lost: number
  readonly undecryptable: number
  readonly notEndToEndEncrypted: number
  /** The longest time between two frames, in milliseconds. */
  readonly longestGap: number
  /** From the first frame to the end of the last one, in milliseconds. */
  readonly duration: number
}

/** What one speaker sounded like, in numbers. */
export function heardFigures(frames: readonly HeardFrame[]): HeardFigures {
  const [first] = frames
  const last = frames.at(-1)
  const gaps = frames.slice(1).map(({ arrival }, index) => arrival - (frames[index]?.arrival ?? arrival))
  const steps = frames.slice(1).map(({ sequence }, index) => (sequence - (frames[index]?.sequence ?? 0)) & 0xffff)
  const speech = frames.filter(({ silence }) => !silence)
  return {
    frames: speech.length,
    silenceFrames: frames.length - speech.length,
    lost: steps.reduce((sum, step) => sum + Math.max(0, step - 1), 0),
    undecryptable: speech.filter(({ opus }) => opus === undefined).length,
    notEndToEndEncrypted: speech.filter(({ endToEndEncrypted }) => !endToEndEncrypted).length,
    longestGap: gaps.reduce((longest, gap) => Math.max(longest, gap), 0),
    duration: first && last ? last.arrival - first.arrival + FRAME_MS : 0,
  }
}

/** 48 kHz mono, with the pauses as they were; a frame that could not be decrypted is silent. */
export function heardWav(frames: readonly HeardFrame[]): Buffer {
  const decoder = createOpusDecoder()
  const start = frames[0]?.arrival ?? 0
  const pieces: Buffer[] = []
  let samples = 0
  const add = (piece: Int16Array) => {
    pieces.push(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength))
    samples += piece.length
  }
  for (const { arrival, opus } of frames) {
    const behind = arrival - start - (samples / DECODED_SAMPLE_RATE) * 1000
    if (behind >= SHORTEST_PAUSE) add(new Int16Array(Math.round((behind / 1000) * DECODED_SAMPLE_RATE)))
    // The decoder reuses its memory for the next frame.
    add(opus ? decoder.decode(opus).slice() : new Int16Array(FRAME_SAMPLES))
  }
  return encodeWav(Buffer.concat(pieces), { sampleRate: DECODED_SAMPLE_RATE })
}
