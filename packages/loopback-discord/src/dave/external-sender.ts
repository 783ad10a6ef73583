import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { encodeUint8, encodeUint16, encodeUint32, encodeUint64, encodeVector } from './codec.ts'
import { ContentType, CREDENTIAL_BASIC, PROTOCOL_MLS10, ProposalType, SenderType, WireFormat } from './constants.ts'
import { pointOf, referenceHash, signWithLabel } from './signature.ts'

export interface SignedProposal {
  /** MLSMessage with a PublicMessage. */
  readonly message: Buffer
  /** Its ProposalRef as hex: the name by which a commit and a revocation call it. */
  readonly reference: string
}

/**
 * The voice gateway's own signature key: the one sender outside the group that may propose to add and remove members.
 * What an external sender signs holds the group's id and epoch, but nothing of its secrets or its tree.
 */
export class ExternalSender {
  /** The ExternalSender struct of op 25. */
  readonly credential: Buffer
  readonly #privateKey: KeyObject

  constructor(identity: string) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    this.#privateKey = privateKey
    this.credential = Buffer.concat([
      encodeVector(pointOf(publicKey)),
      encodeUint16(CREDENTIAL_BASIC),
      encodeVector(Buffer.from(identity)),
    ])
  }

  proposeAdd(groupId: Buffer, epoch: bigint, keyPackage: Buffer): SignedProposal {
    return this.#propose(groupId, epoch, Buffer.concat([encodeUint16(ProposalType.add), keyPackage]))
  }

  proposeRemove(groupId: Buffer, epoch: bigint, leaf: number): SignedProposal {
    return this.#propose(groupId, epoch, Buffer.concat([encodeUint16(ProposalType.remove), encodeUint32(leaf)]))
  }

  /** RFC 9420 sections 6.1 and 6.2; an external sender has no membership tag. */
  #propose(groupId: Buffer, epoch: bigint, proposal: Buffer): SignedProposal {
    const version = encodeUint16(PROTOCOL_MLS10)
    const content = Buffer.concat([
      encodeUint16(WireFormat.publicMessage),
      encodeVector(groupId),
      encodeUint64(epoch),
      encodeUint8(SenderType.external),
      encodeUint32(SENDER_INDEX),
      encodeVector(), // authenticated_data
      encodeUint8(ContentType.proposal),
      proposal,
    ])
    const toBeSigned = Buffer.concat([version, content])
    const signature = encodeVector(signWithLabel(this.#privateKey, 'FramedContentTBS', toBeSigned))
    const authenticated = Buffer.concat([content, signature])
    return {
      message: Buffer.concat([version, authenticated]),
      reference: referenceHash('Proposal Reference', authenticated).toString('hex'),
    }
  }
}

/** The extension of the group lists exactly one external sender. */
const SENDER_INDEX = 0
