import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { encodeVector, MlsError } from './codec.ts'

/** SignWithLabel of RFC 9420 section 5.1.2: ECDSA over P-256 and SHA-256, DER. */
export function signWithLabel(key: KeyObject, label: string, content: Uint8Array): Buffer {
  return sign('sha256', labelled(label, content), key)
}

export function verifyWithLabel(key: KeyObject, label: string, content: Uint8Array, signature: Uint8Array): boolean {
  return verify('sha256', labelled(label, content), key, signature)
}

/** RefHash of RFC 9420 section 5.2. */
export function referenceHash(label: string, value: Uint8Array): Buffer {
  return createHash('sha256').update(labelled(label, value)).digest()
}

/** A key from its uncompressed point (65 bytes), the form in which MLS carries it. */
export function publicKeyOf(point: Uint8Array): KeyObject {
  try {
    return createPublicKey({ format: 'der', type: 'spki', key: Buffer.concat([P256_SPKI_PREFIX, point]) })
  } catch (cause) {
    throw new MlsError('The signature key is no point of P-256', { cause })
  }
}

/** The uncompressed point of a P-256 public key. */
export function pointOf(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' }).subarray(P256_SPKI_PREFIX.length)
}

/** SubjectPublicKeyInfo (RFC 5480) of an uncompressed P-256 point, up to the point. */
const P256_SPKI_PREFIX = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex')

function labelled(label: string, content: Uint8Array): Buffer {
  return Buffer.concat([encodeVector(Buffer.from(`MLS 1.0 ${label}`)), encodeVector(content)])
}
