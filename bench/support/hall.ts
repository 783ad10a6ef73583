import { Listener, selfSignedCertificate, VoiceServer } from '@lector/loopback-discord'
import { SHORTEST_SPEECH } from './next-speech.ts'

const BOT = '300'
const MEMBER = '301'

export function guildId(index: number): string {
  return String(100_000 + index)
}

export function channelId(guild: string): string {
  return String(900_000_000 + Number(guild))
}

/** Where a bot finds the hall. */
export interface Address {
  readonly endpoint: string
  readonly certificate: string
}

/**
 * A voice server with one call per guild. A member who is deaf sits in each, so that speech is end-to-end encrypted and
 * sent to nobody. What arrives is noted down by its moment and not opened.
 */
export class Hall {
  readonly server: VoiceServer
  readonly #certificate: { readonly cert: string; readonly key: string }
  readonly #members: Listener[] = []
  #arrivals = new Map<string, number[]>()
  #noting = false

  static async open({ daveVersion = 1 }: { readonly daveVersion?: 0 | 1 } = {}): Promise<Hall> {
    const hall = new Hall(daveVersion)
    await hall.server.listen()
    return hall
  }

  private constructor(daveVersion: 0 | 1) {
    this.#certificate = selfSignedCertificate(Date.now())
    this.server = new VoiceServer({
      tls: this.#certificate,
      daveVersion,
      admit: (identify) => ({ channelId: channelId(identify.guildId) }),
      isDeaf: () => true,
    })
    this.server.on('packet', ({ identity }, packet) => {
      if (this.#noting && packet.bytes >= SHORTEST_SPEECH) this.#note(identity.guildId, packet.arrival)
    })
  }

  get address(): Address {
    return { endpoint: this.server.endpoint, certificate: this.#certificate.cert }
  }

  /** Puts a member into the calls of so many guilds. */
  async fill(guilds: number): Promise<void> {
    while (this.#members.length < guilds) {
      const from = this.#members.length
      const batch = Array.from({ length: Math.min(AT_ONCE, guilds - from) }, (_, index) =>
        this.#enter(guildId(from + index)),
      )
      this.#members.push(...(await Promise.all(batch)))
    }
  }

  /** Forgets what came, and notes what comes. */
  note(): void {
    this.#arrivals = new Map()
    this.#noting = true
  }

  /** Stops noting; the moments of each guild's speech packets. */
  noted(): number[][] {
    this.#noting = false
    return [...this.#arrivals.values()]
  }

  async close(): Promise<void> {
    for (const member of this.#members) member.close()
    await this.server.close()
  }

  #note(guild: string, arrival: number): void {
    const moments = this.#arrivals.get(guild)
    if (moments) moments.push(arrival)
    else this.#arrivals.set(guild, [arrival])
  }

  #enter(guild: string): Promise<Listener> {
    return Listener.connect({
      endpoint: this.server.endpoint,
      ca: this.#certificate.cert,
      guildId: guild,
      channelId: channelId(guild),
      userId: MEMBER,
      sessionId: `member of ${guild}`,
      token: 'bench',
      timeout: 60_000,
    })
  }
}

export { BOT }

const AT_ONCE = 20
