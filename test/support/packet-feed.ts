import { PackedPackets } from '../../src/audio/packed-packets.ts'
import { PacketBuffer } from '../../src/call/packet-buffer.ts'

/** A buffer together with the provider that fills it. */
export class PacketFeed extends PacketBuffer {
  readonly #packets: PackedPackets

  constructor(packets = new PackedPackets()) {
    super({ packets })
    this.#packets = packets
  }

  push(packet: Buffer): void {
    this.#packets.push(packet)
    this.notify()
  }
}
