import { encodeUint64, MlsError, MlsReader } from './codec.ts'
import { CIPHER_SUITE, PROTOCOL_MLS10, WireFormat } from './constants.ts'
import { readLeafNode } from './leaf-node.ts'
import { publicKeyOf, verifyWithLabel } from './signature.ts'

/**
 * The bare KeyPackage of op 26 after every check that DAVE asks of the voice gateway: version, suite, identity,
 * unlimited lifetime and both signatures. Throws `MlsError` when one fails. The protocol text wraps the package into
 * an MLSMessage and clients send it bare, so both are taken.
 *
 * @see https://daveprotocol.com/#validation
 */
export function verifyKeyPackage(payload: Buffer, userId: string): Buffer {
  const bytes = unwrap(payload)
  const reader = new MlsReader(bytes)
  const version = reader.uint16()
  const suite = reader.uint16()
  if (version !== PROTOCOL_MLS10 || suite !== CIPHER_SUITE) {
    throw new MlsError(`A key package of version ${version} and suite ${suite} does not fit DAVE 1`)
  }
  reader.vector() // init_key
  const leafStart = reader.offset
  const leaf = readLeafNode(reader)
  reader.vector() // extensions
  const signed = bytes.subarray(0, reader.offset)
  const signature = reader.vector()
  if (reader.remaining > 0) throw new MlsError(`${reader.remaining} bytes follow the key package`)

  if (!leaf.identity.equals(encodeUint64(BigInt(userId)))) throw new MlsError('The key package names another user')
  if (leaf.lifetime?.notBefore !== 0n || leaf.lifetime.notAfter !== UNLIMITED) {
    throw new MlsError('The lifetime of the key package is limited')
  }
  const key = publicKeyOf(leaf.signatureKey)
  if (!verifyWithLabel(key, 'KeyPackageTBS', signed, signature)) {
    throw new MlsError('The signature of the key package does not fit')
  }
  if (!verifyWithLabel(key, 'LeafNodeTBS', bytes.subarray(leafStart, leaf.signedUntil), leaf.signature)) {
    throw new MlsError('The signature of the leaf node does not fit')
  }
  return bytes
}

const UNLIMITED = 2n ** 64n - 1n

function unwrap(payload: Buffer): Buffer {
  const reader = new MlsReader(payload)
  reader.uint16()
  // A bare package continues with its cipher suite, which is never the number of this wire format.
  return reader.uint16() === WireFormat.keyPackage ? payload.subarray(reader.offset) : payload
}
