import { setImmediate as nextTurn } from 'node:timers/promises'
import { JitterBuffer, type Slot } from './jitter-buffer.ts'
import { DECODED_SAMPLE_RATE, type OpusDecoder, openOpusDecoder } from './opus-decoder.ts'
import type { HeardFrame } from './recording.ts'
import { splitUtterances } from './utterances.ts'

export interface DecodedFrame extends HeardFrame {
  /** s16 mono PCM of 48 kHz; undefined when the frame is encrypted for others, is not Opus, or came too late. */
  readonly pcm: Int16Array | undefined
  /** What the decoder made up for the frames that are missing before this one. */
  readonly concealed: Int16Array
}

/**
 * Decodes one speaker's frames as a client plays them: in the order in which they were sent, with concealment for those
 * that are lost or late. The result has the order of `frames`. Gives way to other work, so that packets that arrive
 * meanwhile are not delayed.
 */
export async function decodeFrames(frames: readonly HeardFrame[]): Promise<DecodedFrame[]> {
  const decoder = await openOpusDecoder()
  const buffer = new JitterBuffer<HeardFrame>()
  const played = new Map<HeardFrame, Pick<DecodedFrame, 'pcm' | 'concealed'>>()
  let concealed: Int16Array[] = []
  const play = (slots: readonly Slot<HeardFrame>[]) => {
    for (const { frame } of slots) {
      if (frame) {
        played.set(frame, { concealed: join(concealed), pcm: decodeFrame(decoder, frame) })
        concealed = []
      } else concealed.push(decoder.conceal())
    }
  }
  try {
    for (const [index, frame] of frames.entries()) {
      play(buffer.push(frame))
      if (index % FRAMES_PER_TURN === FRAMES_PER_TURN - 1) await nextTurn()
    }
    play(buffer.flush())
  } finally {
    decoder.close()
  }
  return frames.map((frame) => ({ ...frame, ...(played.get(frame) ?? TOO_LATE) }))
}

/**
 * One speaker's sound as it was heard, from the first frame on: s16 mono PCM of 48 kHz. Timestamps place the frames of
 * an utterance; arrivals place the utterances.
 */
export function render(frames: readonly DecodedFrame[]): Int16Array {
  const parts = place(frames)
  const sound = new Int16Array(parts.reduce((end, part) => Math.max(end, endOf(part)), 0))
  for (const { pcm, position } of parts) sound.set(pcm, position)
  return sound
}

/** Undefined for a frame that is encrypted for others or is not Opus. */
export function decodeFrame(decoder: OpusDecoder, { opus }: HeardFrame): Int16Array | undefined {
  try {
    return opus && decoder.decode(opus)
  } catch {
    return undefined
  }
}

/** Decoding takes some 25 µs a frame. */
const FRAMES_PER_TURN = 20
const SILENT = new Int16Array()
const TOO_LATE = { pcm: undefined, concealed: SILENT }

interface Part {
  readonly pcm: Int16Array
  /** In samples. */
  readonly position: number
}

function place(frames: readonly DecodedFrame[]): Part[] {
  const parts: Part[] = []
  const origin = frames.find(({ silence }) => !silence)?.arrival ?? 0
  let free = 0
  for (const utterance of splitUtterances(frames)) {
    let first = utterance[0]!
    const startOf = ({ arrival }: DecodedFrame) => Math.max(free, samplesIn(arrival - origin))
    let start = startOf(first)
    const after = free
    for (const frame of utterance) {
      // A bot that reconnects in mid-sentence counts from another timestamp.
      if (Math.abs(sinceFirst(frame, first) - samplesIn(frame.arrival - first.arrival)) > FOREIGN_SAMPLES) {
        first = frame
        start = startOf(frame)
      }
      const position = start + sinceFirst(frame, first)
      if (!frame.pcm || position < after) continue
      const hidden = frame.concealed.subarray(Math.max(0, frame.concealed.length - (position - after)))
      for (const part of [
        { pcm: hidden, position: position - hidden.length },
        { pcm: frame.pcm, position },
      ]) {
        if (part.pcm.length > 0) parts.push(part)
        free = Math.max(free, endOf(part))
      }
    }
  }
  return parts
}

/** Further from its arrival than this, a timestamp belongs to another connection. */
const FOREIGN_SAMPLES = 30 * DECODED_SAMPLE_RATE

/** Timestamps have 32 bits and wrap. A frame that was overtaken lies before the first one to arrive. */
function sinceFirst(frame: DecodedFrame, first: DecodedFrame): number {
  return (frame.timestamp - first.timestamp) | 0
}

function samplesIn(milliseconds: number): number {
  return Math.round((milliseconds * DECODED_SAMPLE_RATE) / 1000)
}

function endOf({ pcm, position }: Part): number {
  return position + pcm.length
}

function join(pieces: readonly Int16Array[]): Int16Array {
  const joined = new Int16Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    joined.set(piece, at)
    at += piece.length
  }
  return joined
}
