import type { VoiceSessions } from '../call/sessions.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import type { SettingsStore } from '../settings/store.ts'
import type { Id } from '../settings/types.ts'
import type { Incoming } from './incoming.ts'
import { OLDEST_MS } from './policy.ts'
import type { ChannelReader } from './reader.ts'

/** Messages that Discord keeps. */
export interface MessageHistory {
  /** What was written in these channels and their threads since then (milliseconds since 1970), oldest first. */
  since(guild: Id, channels: readonly Id[], since: number): Promise<readonly Incoming[]>
}

export interface CatchUpOptions {
  readonly sessions: VoiceSessions
  readonly settings: SettingsStore
  readonly reader: ChannelReader
  readonly history: MessageHistory
  readonly clock: Clock
  readonly log: Log
}

/**
 * Reads what was written while this process heard nothing: between two processes, or while the gateway was away. Only
 * where the bot has been before: what was written before somebody called it is not its business.
 */
export class CatchUp {
  readonly #options: CatchUpOptions
  /** Servers to whose voice channel the bot is on its way back. */
  readonly #pending = new Set<Id>()

  constructor(options: CatchUpOptions) {
    this.#options = options
    options.sessions.on('state', (guild, { status }) => {
      if (status === 'idle' && this.#pending.delete(guild)) void this.#read(guild)
      else if (status === 'left') this.#pending.delete(guild)
    })
  }

  /** The bot belongs into these servers' channels since before this process started. */
  expect(guilds: Iterable<Id>): void {
    for (const guild of guilds) this.#pending.add(guild)
  }

  /** The gateway is back, and events may have been lost. */
  gatewayBack(): void {
    for (const guild of this.#options.sessions.guilds()) void this.#read(guild)
  }

  async #read(guild: Id): Promise<void> {
    const { sessions, settings, reader, history, clock, log } = this.#options
    try {
      await reader.catchUp(guild, async () => {
        const here = sessions.get(guild)?.channelId
        if (here === undefined) return []
        const { readChannels } = await settings.guilds.read(guild)
        const channels = [...readChannels].flatMap(([text, voice]) => (voice === here ? [text] : []))
        if (channels.length === 0) return []
        return await history.since(guild, channels, clock.wall() - OLDEST_MS)
      })
    } catch (error) {
      log.warn({ guildId: guild, err: error }, 'messages written meanwhile could not be read')
    }
  }
}
