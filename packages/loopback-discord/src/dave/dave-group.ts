import { VoiceOpcodes } from 'discord-api-types/voice/v8'
import { encodeUint8, encodeUint16, encodeUint64, encodeVector } from './codec.ts'
import { type CommitWelcome, parseCommitWelcome } from './commit.ts'
import { ExternalSender, type SignedProposal } from './external-sender.ts'
import { verifyKeyPackage } from './key-package.ts'
import { Transitions } from './transitions.ts'

export const DAVE_VERSION = 1

/** How the group reaches its members. Messages to one member must keep their order. */
export interface DaveTransport {
  json(userId: string, opcode: VoiceOpcodes, data: object): void
  binary(userId: string, opcode: VoiceOpcodes, payload: Buffer): void
}

/**
 * The delivery service of one voice channel: it proposes who comes and goes, lets the first valid commit of an epoch
 * win, and sees the members through the change of keys. It holds no secret of the group.
 *
 * @see https://daveprotocol.com and RFC 9750 section 5
 */
export class DaveGroup {
  readonly #groupId: Buffer
  readonly #transport: DaveTransport
  readonly #sender = new ExternalSender('voice-gateway')
  readonly #transitions: Transitions
  /** Everybody connected to the channel, in or not yet in the group. */
  readonly #connected = new Set<string>()
  #state: GroupState = { status: 'forming' }
  /** All unrevoked proposals of this epoch: a commit has to name every one of them. */
  #proposals: Proposal[] = []

  /** `transitionTimeout`: how long a change of keys waits for slow members, in milliseconds. */
  constructor(channelId: string, transport: DaveTransport, transitionTimeout = 2000) {
    this.#groupId = encodeUint64(BigInt(channelId))
    this.#transport = transport
    this.#transitions = new Transitions(transitionTimeout, (id, participants) => {
      for (const userId of participants) {
        transport.json(userId, VoiceOpcodes.DaveExecuteTransition, { transition_id: id })
      }
    })
  }

  get epoch(): bigint {
    return this.#state.status === 'established' ? this.#state.epoch : 0n
  }

  /** Those who hold the group's keys now. */
  get members(): string[] {
    return this.#state.status === 'established'
      ? this.#state.leaves.flatMap((leaf) => (leaf?.present ? [leaf.userId] : []))
      : []
  }

  /** Greets a connection. The others must have been told of it (op 11) before, or they refuse to add it. */
  join(userId: string): void {
    this.#connected.add(userId)
    this.#transport.binary(userId, VoiceOpcodes.DaveMlsExternalSender, this.#sender.credential)
    this.#distribute()
  }

  /** Op 26. Throws `MlsError` when it is not a good one. */
  keyPackage(userId: string, payload: Buffer): void {
    const keyPackage = verifyKeyPackage(payload, userId)
    this.#revokeAdd(userId)
    if (this.members.includes(userId)) this.#part(userId)
    this.#proposeAdd(userId, keyPackage)
    this.#distribute()
  }

  /**
   * Op 28. A commit that is late or does not name exactly the proposals of the epoch is dropped without a word: every
   * member makes one for each change, and makes another when it hears of the next proposal. Throws `MlsError` when the
   * bytes are not a commit at all.
   */
  commit(userId: string, payload: Buffer): void {
    const commit = parseCommitWelcome(payload)
    if (!this.#accepts(userId, commit)) return
    const byReference = new Map(this.#proposals.map((proposal) => [proposal.reference, proposal]))
    const applied = commit.references.map((reference) => byReference.get(reference)!)
    const added = applied.filter(({ kind }) => kind === 'add').map((proposal) => proposal.userId)
    const leaves = nextLeaves(this.#state.status === 'established' ? this.#state.leaves : [leafOf(userId)], applied)

    this.#state = { status: 'established', epoch: commit.epoch + 1n, leaves }
    this.#proposals = []
    const newcomers = new Set(added)
    const id = this.#transitions.begin(this.members)
    for (const member of this.members) {
      if (!newcomers.has(member))
        this.#announce(member, VoiceOpcodes.DaveMlsAnnounceCommitTransition, id, commit.commit)
      else if (commit.welcome) this.#announce(member, VoiceOpcodes.DaveMlsWelcome, id, commit.welcome)
    }
  }

  /** Op 23. */
  transitionReady(userId: string, transitionId: number): void {
    this.#transitions.ready(userId, transitionId)
  }

  /** Op 31: the member could not follow the group and has begun anew; its next key package brings it back. */
  invalid(userId: string): void {
    this.#part(userId)
  }

  leave(userId: string): void {
    this.#connected.delete(userId)
    this.#revokeAdd(userId)
    this.#part(userId)
  }

  /** Stops the timers. */
  close(): void {
    this.#transitions.clear()
  }

  /** The member no longer holds the keys: the others are asked to drop it, if any are left to do so. */
  #part(userId: string): void {
    this.#transitions.forget(userId)
    for (const { sentTo } of this.#proposals) sentTo.delete(userId)
    if (this.#state.status === 'forming') return
    const leaf = this.#state.leaves.find((each) => each?.userId === userId)
    if (leaf) leaf.present = false
    if (this.#connected.size < 2 || this.members.length === 0) {
      this.#reset()
    } else {
      this.#proposeRemove(userId)
      this.#distribute()
    }
  }

  /**
   * Starts over: nobody may stay alone in a group whose keys others hold. Who holds them begins anew (op 24); everybody
   * else is fresh already, and what they have offered stays good.
   */
  #reset(): void {
    const holders = this.members
    const offers = this.#proposals
      .filter((each) => each.kind === 'add')
      .filter(({ userId }) => !holders.includes(userId))
    this.#state = { status: 'forming' }
    this.#proposals = []
    this.#transitions.clear()
    for (const userId of holders) {
      this.#transport.json(userId, VoiceOpcodes.DavePrepareEpoch, { protocol_version: DAVE_VERSION, epoch: 1 })
      this.#transport.binary(userId, VoiceOpcodes.DaveMlsExternalSender, this.#sender.credential)
      const transition = { protocol_version: DAVE_VERSION, transition_id: 0 }
      this.#transport.json(userId, VoiceOpcodes.DavePrepareTransition, transition)
    }
    for (const { userId, keyPackage } of offers) this.#proposeAdd(userId, keyPackage)
    this.#distribute()
  }

  #proposeAdd(userId: string, keyPackage: Buffer): void {
    const proposal = this.#sender.proposeAdd(this.#groupId, this.epoch, keyPackage)
    this.#proposals.push({ kind: 'add', userId, keyPackage, sentTo: new Set(), ...proposal })
  }

  #proposeRemove(userId: string): void {
    if (this.#state.status === 'forming') return
    const leaf = this.#state.leaves.findIndex((each) => each?.userId === userId)
    if (leaf === -1 || this.#proposals.some((each) => each.kind === 'remove' && each.userId === userId)) return
    const proposal = this.#sender.proposeRemove(this.#groupId, this.#state.epoch, leaf)
    this.#proposals.push({ kind: 'remove', userId, sentTo: new Set(), ...proposal })
  }

  #revokeAdd(userId: string): void {
    const revoked = this.#proposals.find((each) => each.kind === 'add' && each.userId === userId)
    if (!revoked) return
    this.#proposals = this.#proposals.filter((each) => each !== revoked)
    const references = encodeVector(encodeVector(Buffer.from(revoked.reference, 'hex')))
    const payload = Buffer.concat([encodeUint8(ProposalsOperation.revoke), references])
    // Only those who were told of it: a client fails on the revocation of a proposal that it never saw.
    for (const member of revoked.sentTo) this.#transport.binary(member, VoiceOpcodes.DaveMlsProposals, payload)
  }

  /** Brings everybody who has a say up to date with the proposals of the epoch; nobody adds himself. */
  #distribute(): void {
    for (const member of this.#state.status === 'established' ? this.members : this.#connected) {
      const unseen = this.#proposals.filter(({ userId, sentTo }) => userId !== member && !sentTo.has(member))
      if (unseen.length === 0) continue
      for (const { sentTo } of unseen) sentTo.add(member)
      const messages = encodeVector(...unseen.map(({ message }) => message))
      const payload = Buffer.concat([encodeUint8(ProposalsOperation.append), messages])
      this.#transport.binary(member, VoiceOpcodes.DaveMlsProposals, payload)
    }
  }

  #accepts(userId: string, { groupId, epoch, leaf, references }: CommitWelcome): boolean {
    if (!groupId.equals(this.#groupId) || epoch !== this.epoch) return false
    const author = this.#state.status === 'established' ? this.#state.leaves[leaf] : leafOf(userId)
    if (author?.userId !== userId || !author.present) return false
    const isOwnAdd = (proposal: Proposal) => this.#state.status === 'forming' && proposal.userId === userId
    const wanted = new Set(this.#proposals.filter((each) => !isOwnAdd(each)).map(({ reference }) => reference))
    if (wanted.size === 0 || wanted.size !== references.length) return false
    return wanted.symmetricDifference(new Set(references)).size === 0
  }

  #announce(userId: string, opcode: VoiceOpcodes, transitionId: number, message: Buffer): void {
    this.#transport.binary(userId, opcode, Buffer.concat([encodeUint16(transitionId), message]))
  }
}

/**
 * Until two have joined there is no group: each client holds one of its own at epoch 0 and commits the others to it,
 * and the first commit makes the common one.
 */
type GroupState =
  | { readonly status: 'forming' }
  | { readonly status: 'established'; readonly epoch: bigint; readonly leaves: (Leaf | undefined)[] }

interface Leaf {
  readonly userId: string
  /** False once the member has left or lost the keys, although its leaf stays until the removal is committed. */
  present: boolean
}

type Proposal = SignedProposal & { readonly userId: string; readonly sentTo: Set<string> } & (
    | { readonly kind: 'add'; readonly keyPackage: Buffer }
    | { readonly kind: 'remove' }
  )

const ProposalsOperation = { append: 0, revoke: 1 } as const

function leafOf(userId: string): Leaf {
  return { userId, present: true }
}

/** RFC 9420 sections 12.4.2 and 7.7: removals come first, then each newcomer takes the leftmost blank leaf. */
function nextLeaves(leaves: readonly (Leaf | undefined)[], applied: readonly Proposal[]): (Leaf | undefined)[] {
  const removed = new Set(applied.filter(({ kind }) => kind === 'remove').map(({ userId }) => userId))
  const next = leaves.map((leaf) => (leaf && removed.has(leaf.userId) ? undefined : leaf))
  for (const { kind, userId } of applied) {
    if (kind !== 'add') continue
    const blank = next.indexOf(undefined)
    next[blank === -1 ? next.length : blank] = leafOf(userId)
  }
  return next
}
