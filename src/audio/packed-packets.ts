const LENGTH_BYTES = 2

/**
 * Packets one behind the other in one buffer, each after its length in two bytes. A buffer of its own per packet would
 * take more memory than the 160 bytes inside it.
 */
export function packPackets(packets: readonly Uint8Array[]): Buffer {
  const size = packets.reduce((sum, { length }) => sum + LENGTH_BYTES + length, 0)
  // Not out of Node's pool: a slice would keep the whole of it alive.
  const packed = Buffer.allocUnsafeSlow(size)
  let at = 0
  for (const packet of packets) {
    at = packed.writeUInt16LE(packet.length, at)
    packed.set(packet, at)
    at += packet.length
  }
  return packed
}

/** The packets, sharing the buffer's memory. Throws a RangeError on bytes that are not packed packets. */
export function unpackPackets(packed: Buffer): Buffer[] {
  const packets: Buffer[] = []
  for (let at = 0; at < packed.length; ) {
    const start = at + LENGTH_BYTES
    const end = start + packed.readUInt16LE(at)
    if (end > packed.length) throw new RangeError('The last packet is cut off')
    packets.push(packed.subarray(start, end))
    at = end
  }
  return packets
}
