import davey, { type DAVESession, type ProposalsResult } from '@snazzah/davey'
import { VoiceOpcodes } from 'discord-api-types/voice/v8'
import { DaveGroup, type DaveTransport } from '../../src/dave/dave-group.ts'

export const CHANNEL = '200'

/** A real MLS client without a network: what it is told and what it says are lists. */
export class Member {
  readonly userId: string
  readonly session: DAVESession
  readonly told: VoiceOpcodes[] = []
  /** What it wants to say, oldest first; the test decides when it is heard. */
  readonly says: ((group: DaveGroup) => void)[] = []
  readonly #recognized: () => string[]

  constructor(userId: string, recognized: () => string[]) {
    this.userId = userId
    this.#recognized = recognized
    this.session = new davey.DAVESession(davey.DAVE_PROTOCOL_VERSION, userId, CHANNEL)
  }

  offer(): void {
    const keyPackage = this.session.getSerializedKeyPackage()
    this.says.push((group) => group.keyPackage(this.userId, keyPackage))
  }

  hearJson(opcode: VoiceOpcodes): void {
    this.told.push(opcode)
    if (opcode === VoiceOpcodes.DavePrepareEpoch) this.#beginAnew()
  }

  hearBinary(opcode: VoiceOpcodes, payload: Buffer): void {
    this.told.push(opcode)
    if (opcode === VoiceOpcodes.DaveMlsExternalSender) this.session.setExternalSender(payload)
    if (opcode === VoiceOpcodes.DaveMlsProposals) this.#commit(payload)
    if (opcode === VoiceOpcodes.DaveMlsAnnounceCommitTransition) this.#enter(payload, 'processCommit')
    if (opcode === VoiceOpcodes.DaveMlsWelcome) this.#enter(payload, 'processWelcome')
  }

  #commit(payload: Buffer): void {
    let made: ProposalsResult
    try {
      made = this.session.processProposals(payload[0]!, payload.subarray(1), this.#recognized())
    } catch {
      // Proposals of a group that this member has just given up cross its word that it did.
      return
    }
    const { commit, welcome } = made
    if (!commit) return
    const message = Buffer.concat([commit, welcome ?? Buffer.alloc(0)])
    this.says.push((group) => group.commit(this.userId, message))
  }

  #enter(payload: Buffer, process: 'processCommit' | 'processWelcome'): void {
    const transitionId = payload.readUInt16BE()
    try {
      this.session[process](payload.subarray(2))
      this.says.push((group) => group.transitionReady(this.userId, transitionId))
    } catch {
      this.says.push((group) => group.invalid(this.userId))
      this.#beginAnew()
    }
  }

  #beginAnew(): void {
    this.session.reinit(davey.DAVE_PROTOCOL_VERSION, this.userId, CHANNEL)
    this.offer()
  }
}

/** A channel whose members speak when `settle` lets them, in the order that `random` gives. */
export class Channel {
  readonly group: DaveGroup
  readonly members = new Map<string, Member>()
  /** May change what a member is sent. */
  tamper: (userId: string, opcode: VoiceOpcodes, payload: Buffer) => Buffer = (_userId, _opcode, payload) => payload

  constructor() {
    const transport: DaveTransport = {
      json: (userId, opcode) => this.members.get(userId)?.hearJson(opcode),
      binary: (userId, opcode, payload) => {
        this.members.get(userId)?.hearBinary(opcode, this.tamper(userId, opcode, payload))
      },
    }
    this.group = new DaveGroup(CHANNEL, transport)
  }

  join(userId: string): Member {
    const member = new Member(userId, () => [...this.members.keys()])
    this.members.set(userId, member)
    member.offer()
    this.group.join(userId)
    return member
  }

  leave(userId: string): void {
    this.members.delete(userId)
    this.group.leave(userId)
  }

  /** Lets everybody speak, one message at a time, until nobody has anything left to say. */
  settle(random: () => number = () => 0): void {
    for (let turn = 0; turn < 5000; turn++) {
      const speakers = [...this.members.values()].filter(({ says }) => says.length > 0)
      if (speakers.length === 0) return
      speakers[Math.floor(random() * speakers.length)]!.says.shift()!(this.group)
    }
    throw new Error('The members never stop talking')
  }

  /** Everybody's privacy code: one code means one group and one key. */
  get codes(): Set<string> {
    return new Set([...this.members.values()].map(({ session }) => session.voicePrivacyCode))
  }
}

export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
