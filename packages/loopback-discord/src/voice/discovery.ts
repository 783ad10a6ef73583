/**
 * IP discovery: 74 bytes both ways, by which a client learns its address as the voice server sees it.
 *
 * @see https://discord.com/developers/docs/topics/voice-connections#ip-discovery
 */
export interface DiscoveryAnswer {
  readonly ssrc: number
  readonly address: string
  readonly port: number
}

export function encodeDiscoveryRequest(ssrc: number): Buffer {
  const datagram = Buffer.alloc(DATAGRAM_BYTES)
  datagram.writeUInt16BE(Kind.request)
  datagram.writeUInt16BE(BODY_BYTES, 2)
  datagram.writeUInt32BE(ssrc, SSRC_OFFSET)
  return datagram
}

/** The asking SSRC; undefined for any other datagram. */
export function parseDiscoveryRequest(datagram: Buffer): number | undefined {
  return isDiscovery(datagram, Kind.request) ? datagram.readUInt32BE(SSRC_OFFSET) : undefined
}

export function encodeDiscoveryAnswer({ ssrc, address, port }: DiscoveryAnswer): Buffer {
  const datagram = encodeDiscoveryRequest(ssrc)
  datagram.writeUInt16BE(Kind.answer)
  datagram.write(address, ADDRESS_OFFSET, 'latin1')
  datagram.writeUInt16BE(port, PORT_OFFSET)
  return datagram
}

export function parseDiscoveryAnswer(datagram: Buffer): DiscoveryAnswer | undefined {
  if (!isDiscovery(datagram, Kind.answer)) return undefined
  const end = datagram.indexOf(0, ADDRESS_OFFSET)
  return {
    ssrc: datagram.readUInt32BE(SSRC_OFFSET),
    address: datagram.toString('latin1', ADDRESS_OFFSET, Math.min(end, PORT_OFFSET)),
    port: datagram.readUInt16BE(PORT_OFFSET),
  }
}

const Kind = { request: 1, answer: 2 } as const
const DATAGRAM_BYTES = 74
/** What follows the type and the length itself. */
const BODY_BYTES = 70
const SSRC_OFFSET = 4
const ADDRESS_OFFSET = 8
const PORT_OFFSET = 72

function isDiscovery(datagram: Buffer, kind: number): boolean {
  return (
    datagram.length === DATAGRAM_BYTES && datagram.readUInt16BE() === kind && datagram.readUInt16BE(2) === BODY_BYTES
  )
}
