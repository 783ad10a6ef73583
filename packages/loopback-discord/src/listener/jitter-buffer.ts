import type { HeardFrame } from './recording.ts'

/** The place of one packet in what is played; empty when the packet is lost or comes too late. */
export interface Slot<Frame> {
  readonly sequence: number
  readonly frame: Frame | undefined
}

/**
 * Puts one speaker's packets back into the order of their sequence numbers, as a client's jitter buffer does. A missing
 * packet holds up those behind it for `patience` milliseconds and then counts as lost.
 */
export class JitterBuffer<Frame extends HeardFrame> {
  readonly #patience: number
  /** Frames behind a missing one, in order. */
  #held: Frame[] = []
  /** The sequence number to play next. */
  #next: number | undefined

  constructor(patience = PATIENCE) {
    this.#patience = patience
  }

  /** Takes the next frame to arrive; returns all that can be played now. Drops a frame that comes too late. */
  push(frame: Frame): Slot<Frame>[] {
    const played: Slot<Frame>[] = []
    if (this.#next !== undefined && Math.abs(distance(this.#next, frame.sequence)) > LONGEST_LOSS) {
      played.push(...this.flush())
      this.#next = undefined
    }
    this.#next ??= frame.sequence
    if (distance(this.#next, frame.sequence) < 0) return played
    const place = this.#held.findIndex(({ sequence }) => distance(sequence, frame.sequence) <= 0)
    if (this.#held[place]?.sequence === frame.sequence) return played
    this.#held.splice(place === -1 ? this.#held.length : place, 0, frame)
    return [...played, ...this.#release(frame.arrival - this.#patience)]
  }

  /** Plays all that is held, at the end of a recording. */
  flush(): Slot<Frame>[] {
    return this.#release(Number.POSITIVE_INFINITY)
  }

  /** Plays what is in order, and beyond a gap when a frame behind it arrived before `deadline`. */
  #release(deadline: number): Slot<Frame>[] {
    const played: Slot<Frame>[] = []
    while (this.#next !== undefined && this.#held[0]) {
      const sequence = this.#next
      const isThere = this.#held[0].sequence === sequence
      if (!isThere && !this.#held.some(({ arrival }) => arrival <= deadline)) break
      played.push({ sequence, frame: isThere ? this.#held.shift() : undefined })
      this.#next = (sequence + 1) & 0xffff
    }
    return played
  }
}

/**
 * Milliseconds. The frame behind a gap arrives 20 ms after the gap, so a packet is played until it is 80 ms late: what
 * WebRTC's NetEq allows at first (`kStartDelayMs` in delay_manager.cc).
 */
const PATIENCE = 60
/** Frames. No network loses ten seconds and goes on; a new voice session starts at a random number. */
const LONGEST_LOSS = 500

/** From one sequence number to another. They have 16 bits and wrap. */
function distance(from: number, to: number): number {
  return ((to - from) << 16) >> 16
}
