import { EventEmitter } from 'node:events'
import type { DiscordSandbox, VoiceGrant } from '@lector/loopback-discord'
import { Listener, UsageError } from '@lector/loopback-discord'

export interface VoicePresenceEvents {
  /** Somebody has entered a voice channel, with a new ear. */
  entered: [userId: string, listener: Listener]
}

/** People in voice channels: each has a listener, so that they really hear. */
export class VoicePresence extends EventEmitter<VoicePresenceEvents> {
  readonly #discord: DiscordSandbox
  /** By user id; kept after a person has left, because of what she heard. */
  readonly #listeners = new Map<string, Listener>()

  constructor(discord: DiscordSandbox) {
    super()
    this.#discord = discord
  }

  /** Enters a voice channel, or goes over to another one. What was heard before is forgotten. */
  async join(userId: string, channelId: string): Promise<Listener> {
    this.#listeners.get(userId)?.close()
    return this.#listen(this.#discord.switchboard.enter(channelId, userId))
  }

  leave(userId: string): void {
    for (const guild of this.#discord.world.guilds.values()) this.#discord.world.voiceStates.leave(guild.id, userId)
    this.#listeners.get(userId)?.close()
  }

  /** Undefined when the person has not been in a voice channel yet. */
  find(userId: string): Listener | undefined {
    return this.#listeners.get(userId)
  }

  /** The ear of somebody who is or was in a voice channel. */
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
