/**
 * The packets of one utterance between the provider, which delivers in bursts, and the clock, which takes one every
 * 20 ms. Unbounded on purpose: packets are 160 bytes, a minute of speech is half a megabyte, and a provider that had
 * to wait for us would time out.
 */
export class PacketBuffer {
  #packets: Buffer[] = []
  #head = 0
  #ended = false
  #waiting: (() => void)[] = []

  /** How many packets wait. */
  get size(): number {
    return this.#packets.length - this.#head
  }

  /** True when no packet will be added any more. */
  get ended(): boolean {
    return this.#ended
  }

  push(packet: Buffer): void {
    if (this.#ended) return
    this.#packets.push(packet)
    this.#wake()
  }

  end(): void {
    this.#ended = true
    this.#wake()
  }

  shift(): Buffer | undefined {
    const packet = this.#packets[this.#head]
    if (packet === undefined) return undefined
    this.#head += 1
    if (this.#head === this.#packets.length) {
      this.#packets = []
      this.#head = 0
    }
    return packet
  }

  /** The packet that `shift` would give. */
  peek(): Buffer | undefined {
    return this.#packets[this.#head]
  }

  /** Drops what waits and takes no more. */
  clear(): void {
    this.#packets = []
    this.#head = 0
    this.end()
  }

  /** Calls back once, as soon as there is a packet or the end; at once if that is so already. */
  onReadable(callback: () => void): void {
    this.#waiting.push(callback)
    if (this.size > 0 || this.#ended) this.#wake()
  }

  #wake(): void {
    if (this.#waiting.length === 0) return
    for (const callback of this.#waiting.splice(0)) callback()
  }
}
