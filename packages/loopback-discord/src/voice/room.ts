import { VoiceOpcodes } from 'discord-api-types/voice/v8'
import { DaveGroup } from '../dave/dave-group.ts'
import type { VoiceFaultSwitches } from './faults.ts'
import type { VoiceSession } from './voice-session.ts'

/** Everybody who is ready in one voice channel, and the group whose keys they share. */
export class Room {
  readonly group: DaveGroup
  readonly #members = new Map<string, VoiceSession>()
  readonly #isDeaf: (guildId: string, userId: string) => boolean

  constructor(
    channelId: string,
    faults: () => VoiceFaultSwitches,
    isDeaf: (guildId: string, userId: string) => boolean,
  ) {
    this.#isDeaf = isDeaf
    this.group = new DaveGroup(channelId, {
      json: (userId, opcode, data) => {
        faults().passDave(opcode, data, (message) => this.#members.get(userId)?.send(opcode, message))
      },
      binary: (userId, opcode, payload) => {
        faults().passDave(opcode, payload, (message) => this.#members.get(userId)?.sendBinary(opcode, message))
      },
    })
  }

  get size(): number {
    return this.#members.size
  }

  enter(session: VoiceSession): void {
    const { userId, daveVersion } = session.identity
    const before = this.#members.get(userId)
    if (before) this.leave(before)
    // The presence goes ahead of the group's messages: clients refuse to share keys with somebody unannounced.
    if (this.size > 0) session.send(VoiceOpcodes.ClientsConnect, { user_ids: [...this.#members.keys()] })
    for (const member of this.#members.values()) {
      member.send(VoiceOpcodes.ClientsConnect, { user_ids: [userId] })
      if (member.speaking) session.send(VoiceOpcodes.Speaking, speakingOf(member))
    }
    this.#members.set(userId, session)
    if (daveVersion > 0) this.group.join(userId)
  }

  leave(session: VoiceSession): void {
    const { userId, daveVersion } = session.identity
    if (this.#members.get(userId) !== session) return
    this.#members.delete(userId)
    for (const member of this.#members.values()) member.send(VoiceOpcodes.ClientDisconnect, { user_id: userId })
    if (daveVersion > 0) this.group.leave(userId)
  }

  /** False when the session is not, or no longer, in the room: its last words may arrive after it has left. */
  speak(session: VoiceSession, flags: number): boolean {
    if (this.#members.get(session.identity.userId) !== session) return false
    session.speaking = flags
    for (const member of this.#members.values()) {
      if (member !== session) member.send(VoiceOpcodes.Speaking, speakingOf(session))
    }
    return true
  }

  /** Those who get this member's sound. */
  listenersOf(speaker: VoiceSession): VoiceSession[] {
    const listeners: VoiceSession[] = []
    for (const member of this.#members.values()) {
      const { guildId, userId } = member.identity
      if (member !== speaker && !this.#isDeaf(guildId, userId)) listeners.push(member)
    }
    return listeners
  }

  close(): void {
    this.group.close()
  }
}

function speakingOf({ identity: { userId, ssrc }, speaking }: VoiceSession): object {
  return { user_id: userId, ssrc, speaking, delay: 0 }
}
