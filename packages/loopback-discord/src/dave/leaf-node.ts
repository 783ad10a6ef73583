import { MlsError, type MlsReader } from './codec.ts'
import { CREDENTIAL_BASIC, LeafNodeSource } from './constants.ts'

export interface LeafNode {
  /** Uncompressed P-256 point. */
  readonly signatureKey: Buffer
  readonly identity: Buffer
  /** Seconds since 1970; only a leaf that came in a key package has one. */
  readonly lifetime: { readonly notBefore: bigint; readonly notAfter: bigint } | undefined
  /** Where the signed part ends, as an offset of the reader. */
  readonly signedUntil: number
  readonly signature: Buffer
}

/** RFC 9420 section 7.2. */
export function readLeafNode(reader: MlsReader): LeafNode {
  reader.vector() // encryption_key
  const signatureKey = reader.vector()
  if (reader.uint16() !== CREDENTIAL_BASIC) throw new MlsError('The credential is not a basic one')
  const identity = reader.vector()
  for (let capability = 0; capability < CAPABILITY_LISTS; capability++) reader.vector()
  const lifetime = readSource(reader)
  reader.vector() // extensions
  const signedUntil = reader.offset
  return { signatureKey, identity, lifetime, signedUntil, signature: reader.vector() }
}

/** Versions, cipher suites, extensions, proposals, credentials. */
const CAPABILITY_LISTS = 5

function readSource(reader: MlsReader): LeafNode['lifetime'] {
  const source = reader.uint8()
  if (source === LeafNodeSource.keyPackage) return { notBefore: reader.uint64(), notAfter: reader.uint64() }
  if (source !== LeafNodeSource.commit) throw new MlsError(`A leaf node cannot come from source ${source} here`)
  reader.vector() // parent_hash
  return undefined
}
