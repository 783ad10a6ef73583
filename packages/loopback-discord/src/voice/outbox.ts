/**
 * Numbered messages that the client has not acknowledged, kept so that a resumed connection loses none. Numbers are
 * 16 bits wide; 0 is skipped, because clients take it for "no number".
 */
export class Outbox {
  readonly #messages: NumberedMessage[] = []
  #acknowledged = NOTHING_RECEIVED
  #last = 0

  /** Numbers a message and keeps it. */
  add(encode: (sequence: number) => string | Buffer): string | Buffer {
    this.#last = (this.#last % 0xffff) + 1
    const data = encode(this.#last)
    this.#messages.push({ sequence: this.#last, data })
    return data
  }

  /** Forgets what the client has. False when it speaks of a number that is not waiting: then nothing can be replayed. */
  acknowledge(sequence: number): boolean {
    if (sequence === this.#acknowledged) return true
    const index = this.#messages.findIndex((message) => message.sequence === sequence)
    if (index === -1) return false
    this.#messages.splice(0, index + 1)
    this.#acknowledged = sequence
    return true
  }

  /** What is not acknowledged, oldest first. */
  get pending(): readonly (string | Buffer)[] {
    return this.#messages.map(({ data }) => data)
  }
}

interface NumberedMessage {
  readonly sequence: number
  readonly data: string | Buffer
}

/** What clients send as `seq_ack` before the first number arrives. */
const NOTHING_RECEIVED = -1
