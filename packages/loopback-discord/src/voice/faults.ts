import { VoiceOpcodes } from 'discord-api-types/voice/v8'
import type { WebSocket } from 'ws'
import { seededRandom } from '../seeded-random.ts'

export interface MediaFaults {
  /** The share of datagrams that are lost, 0 to 1. */
  readonly drop: number
  /** The share of the others that come late, 0 to 1. */
  readonly late: number
  /** How late, in milliseconds. */
  readonly delay: number
  /** The same seed picks the same datagrams. */
  readonly seed: number
}

/** What goes wrong by itself. Numbers of things count down to 0 as they happen; delays are milliseconds. */
export class VoiceFaultSwitches {
  /** So many requests of IP discovery get no answer. */
  loseDiscoveries = 0
  /** So many Identify get no answer. */
  ignoreIdentifies = 0
  /** So many answers to an Identify (op 2) are followed at once by a message without any form. */
  spoilReadies = 0
  /** Answers every Identify with this close code. */
  closeIdentifies: number | undefined
  /** Closes every Resume with 4006. */
  refuseResumes = false
  /** Damages so many commits (op 29), one for each member it goes to. */
  corruptCommits = 0
  /** Damages so many welcomes (op 30). */
  corruptWelcomes = 0
  /** Op 25. A late message is overtaken by those sent after it. */
  delayExternalSender = 0
  /** Op 27. */
  delayProposals = 0
  /** Op 22. */
  delayExecution = 0

  #media: MediaFaults | undefined
  #random: () => number = () => 1

  get media(): MediaFaults | undefined {
    return this.#media
  }

  /** Concerns datagrams that arrive from now on; undefined ends it. */
  set media(faults: MediaFaults | undefined) {
    this.#media = faults
    if (faults) this.#random = seededRandom(faults.seed)
  }

  /** Hands on a datagram that arrived: at once, late or not at all. */
  passMedia(deliver: () => void): void {
    if (this.#media === undefined) deliver()
    else if (this.#random() < this.#media.drop) return
    else if (this.#random() < this.#media.late) setTimeout(deliver, this.#media.delay).unref()
    else deliver()
  }

  /** Hands on a DAVE message to one member: as it is, late or damaged. */
  passDave<T extends Buffer | object>(opcode: VoiceOpcodes, message: T, send: (message: T) => void): void {
    if (Buffer.isBuffer(message) && this.#damages(opcode)) damage(message)
    const delay = this.#delayOf(opcode)
    if (delay === 0) send(message)
    else setTimeout(send, delay, message).unref()
  }

  #damages(opcode: VoiceOpcodes): boolean {
    if (opcode === VoiceOpcodes.DaveMlsAnnounceCommitTransition)
      return this.corruptCommits > 0 && this.corruptCommits-- > 0
    if (opcode === VoiceOpcodes.DaveMlsWelcome) return this.corruptWelcomes > 0 && this.corruptWelcomes-- > 0
    return false
  }

  #delayOf(opcode: VoiceOpcodes): number {
    if (opcode === VoiceOpcodes.DaveMlsExternalSender) return this.delayExternalSender
    if (opcode === VoiceOpcodes.DaveMlsProposals) return this.delayProposals
    if (opcode === VoiceOpcodes.DaveExecuteTransition) return this.delayExecution
    return 0
  }
}

/** A member's voice session, as far as faults touch it. */
type SessionOf = (
  guildId: string,
  userId: string,
) => { readonly socket: WebSocket | undefined; sendBinary(opcode: number, payload: Buffer): void } | undefined

/** What a test can make go wrong: everywhere, in one server alone, or at once for one member. */
export class VoiceFaults extends VoiceFaultSwitches {
  /** The voice server takes no connections, as during a restart. */
  away = false
  readonly #sessionOf: SessionOf
  readonly #guilds = new Map<string, VoiceFaultSwitches>()

  constructor(sessionOf: SessionOf) {
    super()
    this.#sessionOf = sessionOf
  }

  /** The switches of one server; from now on those for everywhere do not concern it. */
  of(guildId: string): VoiceFaultSwitches {
    const own = this.#guilds.get(guildId) ?? new VoiceFaultSwitches()
    this.#guilds.set(guildId, own)
    return own
  }

  /** The switches that a server goes by. */
  in(guildId: string | undefined): VoiceFaultSwitches {
    return this.#guilds.get(guildId ?? '') ?? this
  }

  /** Closes one member's socket now; the session stays open for a resume where the code allows one. */
  closeSocket(guildId: string, userId: string, code: number): void {
    this.#sessionOf(guildId, userId)?.socket?.close(code)
  }

  /** Cuts one member's TCP connection without a word. */
  cutSocket(guildId: string, userId: string): void {
    this.#sessionOf(guildId, userId)?.socket?.terminate()
  }

  /** Sends a numbered binary message that nobody asked for, to one member. */
  sendStray(guildId: string, userId: string, opcode: number, payload: Buffer): void {
    this.#sessionOf(guildId, userId)?.sendBinary(opcode, payload)
  }

  /** Sends a binary message as it is, without a number or an opcode, to one member. */
  sendGarbage(guildId: string, userId: string, message: Buffer): void {
    this.#sessionOf(guildId, userId)?.socket?.send(message)
  }
}

/** Flips the last byte: of a commit the end of its membership tag, of a welcome the end of its encrypted group info. */
function damage(message: Buffer): void {
  message[message.length - 1]! ^= 0xff
}
