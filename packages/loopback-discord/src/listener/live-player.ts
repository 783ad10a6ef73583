import { JitterBuffer, type Slot } from './jitter-buffer.ts'
import { DECODED_FRAME_SAMPLES, type OpusDecoder, openOpusDecoder } from './opus-decoder.ts'
import { decodeFrame } from './playback.ts'
import type { HeardFrame } from './recording.ts'

/** Plays one speaker's frames while they arrive: in the order in which they were sent, with concealment of lost ones. */
export class LivePlayer {
  readonly #buffer = new JitterBuffer<HeardFrame>()
  readonly #play: (pcm: Int16Array, frame: HeardFrame) => void
  #decoder: OpusDecoder | undefined
  #early: HeardFrame[] = []
  #closed = false

  constructor(play: (pcm: Int16Array, frame: HeardFrame) => void) {
    this.#play = play
    void this.#open()
  }

  push(frame: HeardFrame): void {
    if (this.#closed) return
    if (this.#decoder) this.#decode(this.#decoder, this.#buffer.push(frame))
    else this.#early.push(frame)
  }

  close(): void {
    this.#closed = true
    this.#decoder?.close()
    this.#decoder = undefined
  }

  async #open(): Promise<void> {
    const decoder = await openOpusDecoder()
    if (this.#closed) {
      decoder.close()
      return
    }
    this.#decoder = decoder
    for (const frame of this.#early.splice(0)) this.push(frame)
  }

  #decode(decoder: OpusDecoder, slots: readonly Slot<HeardFrame>[]): void {
    for (const [index, { sequence, frame }] of slots.entries()) {
      if (frame) {
        const pcm = decodeFrame(decoder, frame)
        if (pcm) this.#play(pcm, frame)
        continue
      }
      // A gap ends with a frame.
      const ahead = slots.slice(index).findIndex((slot) => slot.frame)
      const next = slots[index + ahead]!.frame!
      const timestamp = (next.timestamp - ahead * DECODED_FRAME_SAMPLES) >>> 0
      this.#play(decoder.conceal(), { ...next, sequence, timestamp, opus: undefined, silence: false })
    }
  }
}
