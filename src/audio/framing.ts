import { FRAME_BYTES } from './format.ts'

/**
 * Cuts a PCM stream, in pieces of any size, into 20 ms frames of exactly `FRAME_BYTES` bytes.
 *
 * The end of a sentence seldom falls on a frame border: `flush` pads the rest with silence, because an encoder drops
 * what is not a whole frame and with it the end of the last word.
 */
export class Framer {
  #rest: Buffer = Buffer.alloc(0)

  /** The last, padded frame, or undefined when nothing is left. */
  flush(): Buffer | undefined {
    if (this.#rest.length === 0) return undefined
    const frame = Buffer.alloc(FRAME_BYTES)
    this.#rest.copy(frame)
    this.#rest = Buffer.alloc(0)
    return frame
  }

  /** The frames that are complete now; they share memory with `pcm`. */
  *push(pcm: Buffer): Generator<Buffer> {
    let offset = 0
    if (this.#rest.length > 0) {
      offset = Math.min(FRAME_BYTES - this.#rest.length, pcm.length)
      this.#rest = Buffer.concat([this.#rest, pcm.subarray(0, offset)])
      if (this.#rest.length < FRAME_BYTES) return
      const frame = this.#rest
      this.#rest = Buffer.alloc(0)
      yield frame
    }
    for (; offset + FRAME_BYTES <= pcm.length; offset += FRAME_BYTES) yield pcm.subarray(offset, offset + FRAME_BYTES)
    this.#rest = pcm.subarray(offset)
  }
}
