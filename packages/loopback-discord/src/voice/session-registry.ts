import type { VoiceSession } from './voice-session.ts'

/** All voice sessions by the names they are asked for: a member has one in each guild, an SSRC belongs to one. */
export class SessionRegistry {
  readonly #byMember = new Map<string, VoiceSession>()
  readonly #bySsrc = new Map<number, VoiceSession>()
  #lastSsrc = 0

  nextSsrc(): number {
    return ++this.#lastSsrc
  }

  add(session: VoiceSession): void {
    const { guildId, userId, ssrc } = session.identity
    this.#byMember.set(memberKey(guildId, userId), session)
    this.#bySsrc.set(ssrc, session)
  }

  /** Forgets a session; what its member has sent already is still known by its SSRC. */
  delete({ identity: { guildId, userId } }: VoiceSession): void {
    this.#byMember.delete(memberKey(guildId, userId))
  }

  deleteSsrc({ identity: { ssrc } }: VoiceSession): void {
    this.#bySsrc.delete(ssrc)
  }

  ofMember(guildId: string, userId: string): VoiceSession | undefined {
    return this.#byMember.get(memberKey(guildId, userId))
  }

  ofSsrc(ssrc: number): VoiceSession | undefined {
    return this.#bySsrc.get(ssrc)
  }

  /** A resume names no user: the token does. */
  ofToken(guildId: string, sessionId: string, token: string): VoiceSession | undefined {
    return this.#byMember.values().find(({ identity }) => {
      return identity.token === token && identity.sessionId === sessionId && identity.guildId === guildId
    })
  }

  get all(): VoiceSession[] {
    return [...this.#byMember.values()]
  }
}

function memberKey(guildId: string, userId: string): string {
  return `${guildId}:${userId}`
}
