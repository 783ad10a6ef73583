import { EventEmitter } from 'node:events'
import type { DiscordSandbox, VoiceGrant } from '@lector/loopback-discord'
import { Listener, UsageError } from '@lector/loopback-discord'

export interface VoicePresenceEvents {
  /** A person has entered a voice channel with a new listener. */
  entered: [userId: string, listener: Listener]
}

/** Who is in which voice channel. Each person has a real listener. */
export class VoicePresence extends EventEmitter<VoicePresenceEvents> {
  readonly #discord: DiscordSandbox
  /** By user id; kept after a person leaves, for its recording. */
  readonly #listeners = new Map<string, Listener>()

  constructor(discord: DiscordSandbox) {
    super()
    this.#discord = discord
  }

  /** Enters or changes a voice channel. The previous recording is dropped. */
  async join(userId: string, channelId: string): Promise<Listener> {
    this.#listeners.get(userId)?.close()
    return this.#listen(this.#discord.switchboard.enter(channelId, userId))
  }

  leave(userId: string): void {
    for (const guild of this.#discord.world.guilds.values()) this.#discord.world.voiceStates.leave(guild.id, userId)
    this.#listeners.get(userId)?.close()
  }

  /** Undefined for a person who has never been in a voice channel. */
  find(userId: string): Listener | undefined {
    return this.#listeners.get(userId)
  }

  /** The listener of a person who is or was in a voice channel. */
  listener(userId: string): Listener {
    const listener = this.find(userId)
    if (!listener) throw new UsageError('This person has not been in a voice channel yet.')
    return listener
  }

  close(): void {
    for (const listener of this.#listeners.values()) listener.close()
  }

  async #listen(grant: VoiceGrant): Promise<Listener> {
    const listener = await Listener.connect({ ...grant, ca: this.#discord.certificate.cert })
    this.#listeners.set(grant.userId, listener)
    this.emit('entered', grant.userId, listener)
    return listener
  }
}
