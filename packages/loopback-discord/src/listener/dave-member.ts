import davey, { type DAVESession, type ProposalsResult } from '@snazzah/davey'
import { VoiceOpcodes } from 'discord-api-types/voice/v8'

/** How a member answers the voice gateway. */
export interface DaveReplies {
  json(opcode: VoiceOpcodes, data: object): void
  binary(opcode: VoiceOpcodes, payload: Buffer): void
}

/** The member's side of DAVE 1: follows the group and decrypts what others send. */
export class DaveMember {
  readonly #session: DAVESession
  readonly #replies: DaveReplies
  readonly #userId: string
  readonly #channelId: string
  /** Members that the gateway announced; nobody else may be added to the group. */
  readonly #recognized = new Set<string>()

  constructor(userId: string, channelId: string, replies: DaveReplies) {
    this.#userId = userId
    this.#channelId = channelId
    this.#replies = replies
    this.#session = new davey.DAVESession(davey.DAVE_PROTOCOL_VERSION, userId, channelId)
  }

  /** Op 26: asks to join the group. */
  offerKeyPackage(): void {
    this.#replies.binary(VoiceOpcodes.DaveMlsKeyPackage, this.#session.getSerializedKeyPackage())
  }

  get members(): string[] {
    return this.#session.getUserIds()
  }

  recognize(userIds: readonly string[]): void {
    for (const userId of userIds) this.#recognized.add(userId)
  }

  forget(userId: string): void {
    this.#recognized.delete(userId)
  }

  /** Op 24. */
  prepareEpoch(epoch: number): void {
    if (epoch === FIRST_EPOCH) this.#restart()
  }

  /** Op 21. Transition 0 happens at once and is not answered. */
  prepareTransition(transitionId: number): void {
    if (transitionId !== 0) this.#replies.json(VoiceOpcodes.DaveTransitionReady, { transition_id: transitionId })
  }

  binary(opcode: VoiceOpcodes, payload: Buffer): void {
    switch (opcode) {
      case VoiceOpcodes.DaveMlsExternalSender:
        this.#trust(payload)
        break
      case VoiceOpcodes.DaveMlsProposals:
        this.#commit(payload)
        break
      case VoiceOpcodes.DaveMlsAnnounceCommitTransition:
        this.#enter(payload.readUInt16BE(), () => this.#session.processCommit(payload.subarray(2)))
        break
      case VoiceOpcodes.DaveMlsWelcome:
        this.#enter(payload.readUInt16BE(), () => this.#session.processWelcome(payload.subarray(2)))
        break
    }
  }

  /** An encrypted frame of another member; undefined when it was sent before we had the keys, or is damaged. */
  decrypt(userId: string, frame: Buffer): Buffer | undefined {
    try {
      return this.#session.decrypt(userId, davey.MediaType.AUDIO, frame)
    } catch {
      return undefined
    }
  }

  #trust(externalSender: Buffer): void {
    try {
      this.#session.setExternalSender(externalSender)
    } catch {
      // Too late: the group already exists and contains its external sender.
    }
  }

  #commit(payload: Buffer): void {
    const made = this.#processProposals(payload)
    if (!made?.commit) return
    const { commit, welcome } = made
    this.#replies.binary(VoiceOpcodes.DaveMlsCommitWelcome, welcome ? Buffer.concat([commit, welcome]) : commit)
  }

  #processProposals(payload: Buffer): ProposalsResult | undefined {
    try {
      return this.#session.processProposals(payload[0]!, payload.subarray(1), [...this.#recognized])
    } catch {
      // Proposals for a group that we have just left may cross our message. If they concern us after all, we refuse the
      // resulting commit and are added again.
      return undefined
    }
  }

  #enter(transitionId: number, process: () => void): void {
    try {
      process()
      this.prepareTransition(transitionId)
    } catch {
      this.#replies.json(VoiceOpcodes.DaveMlsInvalidCommitWelcome, { transition_id: transitionId })
      this.#restart()
    }
  }

  #restart(): void {
    this.#session.reinit(davey.DAVE_PROTOCOL_VERSION, this.#userId, this.#channelId)
    this.offerKeyPackage()
  }
}

/** The epoch number by which op 24 announces a new group. */
const FIRST_EPOCH = 1
