import { MlsError, MlsReader } from './codec.ts'
import { ContentType, PROTOCOL_MLS10, ProposalOrRef, SenderType, WireFormat } from './constants.ts'
import { readLeafNode } from './leaf-node.ts'

export interface CommitWelcome {
  readonly groupId: Buffer
  /** The epoch that the commit ends. */
  readonly epoch: bigint
  /** The leaf of the member who made it. */
  readonly leaf: number
  /** ProposalRefs in the commit's order, as hex. */
  readonly references: readonly string[]
  /** The commit alone, an MLSMessage. */
  readonly commit: Buffer
  /** Bare, not in an MLSMessage; absent when the commit adds nobody. */
  readonly welcome: Buffer | undefined
}

/**
 * Op 28: a commit and, when it adds somebody, a welcome right behind it. Nothing says where the one ends and the other
 * begins, so the commit has to be read to its end (RFC 9420 sections 6 and 12.4).
 */
export function parseCommitWelcome(payload: Buffer): CommitWelcome {
  const reader = new MlsReader(payload)
  expect(reader.uint16(), PROTOCOL_MLS10, 'protocol version')
  expect(reader.uint16(), WireFormat.publicMessage, 'wire format')
  const groupId = reader.vector()
  const epoch = reader.uint64()
  expect(reader.uint8(), SenderType.member, 'sender type')
  const leaf = reader.uint32()
  reader.vector() // authenticated_data
  expect(reader.uint8(), ContentType.commit, 'content type')
  const references = readReferences(reader.vector())
  if (reader.uint8() === 1) {
    readLeafNode(reader)
    reader.vector() // the nodes of the update path
  }
  reader.vector() // signature
  reader.vector() // confirmation_tag
  reader.vector() // membership_tag
  const commit = payload.subarray(0, reader.offset)
  const welcome = reader.remaining > 0 ? payload.subarray(reader.offset) : undefined
  return { groupId, epoch, leaf, references, commit, welcome }
}

function readReferences(proposals: Buffer): string[] {
  const reader = new MlsReader(proposals)
  const references: string[] = []
  while (reader.remaining > 0) {
    // Only the external sender proposes in DAVE, so a proposal that stands in the commit itself is forbidden.
    expect(reader.uint8(), ProposalOrRef.reference, 'kind of proposal')
    references.push(reader.vector().toString('hex'))
  }
  return references
}

function expect(actual: number, wanted: number, what: string): void {
  if (actual !== wanted) throw new MlsError(`The commit has ${what} ${actual} where only ${wanted} is allowed`)
}
