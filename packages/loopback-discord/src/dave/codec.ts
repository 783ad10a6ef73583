/** Bytes that are not what RFC 9420 or the DAVE protocol says they are: the sender's fault, never the reader's. */
export class MlsError extends Error {
  override readonly name = 'MlsError'
}

/** Reads TLS presentation language (RFC 8446 section 3) with the variable-size vectors of RFC 9420 section 2.1.2. */
export class MlsReader {
  readonly #bytes: Buffer
  #offset = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  get offset(): number {
    return this.#offset
  }

  get remaining(): number {
    return this.#bytes.length - this.#offset
  }

  uint8(): number {
    return this.bytes(1).readUInt8()
  }

  uint16(): number {
    return this.bytes(2).readUInt16BE()
  }

  uint32(): number {
    return this.bytes(4).readUInt32BE()
  }

  uint64(): bigint {
    return this.bytes(8).readBigUInt64BE()
  }

  /** A view of the next bytes, not a copy. */
  bytes(length: number): Buffer {
    if (length > this.remaining) throw new MlsError(`Cannot read ${length} bytes: ${this.remaining} are left`)
    const start = this.#offset
    this.#offset += length
    return this.#bytes.subarray(start, this.#offset)
  }

  /** `opaque<V>`: a length of one, two or four bytes, told apart by its top two bits, then the bytes. */
  vector(): Buffer {
    const first = this.uint8()
    const length = first & 0x3f
    switch (first >> 6) {
      case 0:
        return this.bytes(length)
      case 1:
        return this.bytes((length << 8) | this.uint8())
      case 2:
        return this.bytes(length * 2 ** 24 + this.bytes(3).readUIntBE(0, 3))
      default:
        throw new MlsError('A vector length begins with the reserved bits 11')
    }
  }
}

export function encodeUint8(value: number): Buffer {
  return Buffer.of(value)
}

export function encodeUint16(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(2)
  bytes.writeUInt16BE(value)
  return bytes
}

export function encodeUint32(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(4)
  bytes.writeUInt32BE(value)
  return bytes
}

export function encodeUint64(value: bigint): Buffer {
  const bytes = Buffer.allocUnsafe(8)
  bytes.writeBigUInt64BE(value)
  return bytes
}

/** The parts as one `opaque<V>`, its length in the fewest bytes, as RFC 9420 demands. */
export function encodeVector(...parts: readonly Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  return Buffer.concat([encodeLength(length), ...parts])
}

function encodeLength(length: number): Buffer {
  if (length < 2 ** 6) return encodeUint8(length)
  if (length < 2 ** 14) return encodeUint16(2 ** 14 + length)
  if (length < 2 ** 30) return encodeUint32(2 ** 31 + length)
  throw new RangeError(`A vector of ${length} bytes is longer than MLS can say`)
}
