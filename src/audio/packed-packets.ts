const LENGTH_BYTES = 2
/** Half a second of speech at 64 kb/s. */
const FIRST_BYTES = 4_096
const NOTHING: Buffer = Buffer.alloc(0)

/**
 * The packets of one utterance in one buffer, each after its length in two bytes. A Buffer for each packet would take
 * another 160 bytes of memory and work of the garbage collector.
 */
export class PackedPackets {
  #bytes = NOTHING
  #length = 0
  #count = 0

  /** Throws a RangeError on bytes that are not packed packets. */
  static from(bytes: Buffer): PackedPackets {
    const packets = new PackedPackets()
    packets.#bytes = bytes
    while (packets.#length < bytes.length) {
      packets.#length = endOf(bytes, packets.#length)
      packets.#count += 1
    }
    if (packets.#length > bytes.length) throw new RangeError('The last packet is cut off')
    return packets
  }

  static of(packets: Iterable<Uint8Array>): PackedPackets {
    const packed = new PackedPackets()
    for (const packet of packets) packed.push(packet)
    return packed
  }

  /** The number of packets. */
  get count(): number {
    return this.#count
  }

  push(packet: Uint8Array): void {
    const start = this.#length + LENGTH_BYTES
    const end = start + packet.length
    if (end > this.#bytes.length) this.#grow(end)
    this.#bytes.writeUInt16LE(packet.length, this.#length)
    this.#bytes.set(packet, start)
    this.#length = end
    this.#count += 1
  }

  /** Returns the packet at this offset, sharing memory, and the offset of the next one. */
  at(offset: number): { readonly packet: Buffer; readonly next: number } {
    const next = endOf(this.#bytes, offset)
    return { packet: this.#bytes.subarray(offset + LENGTH_BYTES, next), next }
  }

  /** Returns a copy without spare room. */
  toBuffer(): Buffer {
    const copy = Buffer.allocUnsafeSlow(this.#length)
    this.#bytes.copy(copy, 0, 0, this.#length)
    return copy
  }

  *[Symbol.iterator](): Generator<Buffer> {
    for (let offset = 0; offset < this.#length; ) {
      const { packet, next } = this.at(offset)
      yield packet
      offset = next
    }
  }

  #grow(least: number): void {
    // Not from Node's pool, because a slice would keep the whole pool alive.
    const bytes = Buffer.allocUnsafeSlow(Math.max(least, FIRST_BYTES, 2 * this.#bytes.length))
    this.#bytes.copy(bytes, 0, 0, this.#length)
    this.#bytes = bytes
  }
}

/** The end of the packet at `offset`. */
function endOf(bytes: Buffer, offset: number): number {
  return offset + LENGTH_BYTES + bytes.readUInt16LE(offset)
}
