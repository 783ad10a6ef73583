import { createOpusDecoder, DECODED_SAMPLE_RATE } from './opus-decoder.ts'
import type { HeardFrame } from './recording.ts'
import { splitUtterances } from './utterances.ts'

export interface DecodedFrame extends HeardFrame {
  /** s16 mono PCM of 48 kHz; undefined when the frame could not be decrypted or is no Opus. */
  readonly pcm: Int16Array | undefined
}

/** One speaker's frames as sound, in the order in which they were sent. */
export function decodeFrames(frames: readonly HeardFrame[]): DecodedFrame[] {
  const decoder = createOpusDecoder()
  const decode = (opus: Buffer): Int16Array | undefined => {
    try {
      return decoder.decode(opus)
    } catch {
      return undefined
    }
  }
  return frames.map((frame) => ({ ...frame, pcm: frame.opus && decode(frame.opus) }))
}

/**
 * One speaker's sound as it would have been heard, from the first frame on: s16 mono PCM of 48 kHz. Within an utterance
 * the timestamps say where a frame belongs, so that what was lost is silent; between utterances the arrivals do.
 */
export function render(frames: readonly DecodedFrame[]): Int16Array {
  const placed = place(frames)
  const end = placed.reduce((latest, { pcm, position }) => Math.max(latest, position + pcm.length), 0)
  const sound = new Int16Array(end)
  for (const { pcm, position } of placed) sound.set(pcm, position)
  return sound
}

interface PlacedFrame {
  readonly pcm: Int16Array
  /** In samples. */
  readonly position: number
}

function place(frames: readonly DecodedFrame[]): PlacedFrame[] {
  const placed: PlacedFrame[] = []
  const origin = frames.find(({ silence }) => !silence)?.arrival ?? 0
  let end = 0
  for (const utterance of splitUtterances(frames)) {
    const { arrival, timestamp } = utterance[0]!
    const start = Math.max(end, Math.round(((arrival - origin) * DECODED_SAMPLE_RATE) / 1000))
    for (const frame of utterance) {
      // Timestamps have 32 bits and wrap; a frame that was overtaken lies before the first to arrive.
      const position = start + ((frame.timestamp - timestamp) | 0)
      if (!frame.pcm || position < end) continue
      placed.push({ pcm: frame.pcm, position })
    }
    end = placed.reduce((latest, { pcm, position }) => Math.max(latest, position + pcm.length), end)
  }
  return placed
}
