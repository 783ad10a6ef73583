/** One RTP packet of a speaker, as received. */
export interface HeardFrame {
  /** Milliseconds, `performance.now()`. */
  readonly arrival: number
  /** RTP sequence number, 16 bits. */
  readonly sequence: number
  /** RTP timestamp in samples of 48 kHz, 32 bits. */
  readonly timestamp: number
  /** The Opus packet; undefined when the frame could not be decrypted. */
  readonly opus: Buffer | undefined
  readonly endToEndEncrypted: boolean
  /** A silence frame, which clients send before a pause. */
  readonly silence: boolean
}

/** Received frames by speaker, in the order of arrival. */
export class Recording {
  readonly #frames = new Map<string, HeardFrame[]>()

  add(userId: string, frame: HeardFrame): void {
    const frames = this.#frames.get(userId)
    if (frames) frames.push(frame)
    else this.#frames.set(userId, [frame])
  }

  get speakers(): string[] {
    return [...this.#frames.keys()]
  }

  framesOf(userId: string): readonly HeardFrame[] {
    return this.#frames.get(userId) ?? []
  }

  /** Forgets all frames, so that the next scene is recorded alone. */
  clear(): void {
    this.#frames.clear()
  }
}
