import { PackedPackets } from '../audio/packed-packets.ts'

/** What grows while the provider speaks. */
export interface PacketSource {
  readonly packets: PackedPackets
}

/**
 * One server's place in the packets of an utterance, between the provider, which delivers in bursts, and the clock,
 * which takes one every 20 ms. Unbounded on purpose: a minute of speech is half a megabyte, shared by all who hear it,
 * and a provider that had to wait for us would time out.
 */
export class PacketBuffer {
  #source: PacketSource
  #taken = 0
  #offset = 0
  /** The packet that is next, and where the one behind it begins. */
  #next: { readonly packet: Buffer; readonly next: number } | undefined
  #ended = false
  #waiting: (() => void)[] = []

  constructor(source: PacketSource) {
    this.#source = source
  }

  /** How many packets wait. */
  get size(): number {
    return this.#source.packets.count - this.#taken
  }

  /** True when no packet will be added any more. */
  get ended(): boolean {
    return this.#ended
  }

  /** Packets were added. */
  notify(): void {
    if (this.#waiting.length === 0) return
    for (const callback of this.#waiting.splice(0)) callback()
  }

  end(): void {
    this.#ended = true
    this.notify()
  }

  /** The packet that `shift` would give. */
  peek(): Buffer | undefined {
    if (this.size === 0) return undefined
    this.#next ??= this.#source.packets.at(this.#offset)
    return this.#next.packet
  }

  shift(): Buffer | undefined {
    const packet = this.peek()
    if (!packet) return undefined
    this.#offset = this.#next!.next
    this.#next = undefined
    this.#taken += 1
    return packet
  }

  /** Lets go of what waits and of what may come. */
  clear(): void {
    this.#source = { packets: new PackedPackets() }
    this.#taken = 0
    this.#next = undefined
    this.end()
  }

  /** Calls back once, as soon as there is a packet or the end; at once if that is so already. */
  onReadable(callback: () => void): void {
    this.#waiting.push(callback)
    if (this.size > 0 || this.#ended) this.notify()
  }
}
