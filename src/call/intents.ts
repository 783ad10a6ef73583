import { backoff } from '../kernel/backoff.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import type { VoiceIntents } from '../settings/store.ts'
import type { SessionState } from './session.ts'
import type { VoiceSessions } from './sessions.ts'

const RECONCILE_EVERY_MS = 15_000
/** Between attempts to come back to a channel that does not let us in. */
const PAUSES = { first: RECONCILE_EVERY_MS, longest: 10 * 60_000 }

/** Where Discord shows the bot, whatever it may think itself. */
export interface VoicePresence {
  /** The servers in whose voice channels it is shown. */
  shown(): readonly string[]
  /** Tells Discord that it is not there. */
  leave(guildId: string): void
}

export interface IntentKeeperOptions {
  readonly sessions: VoiceSessions
  readonly presence: VoicePresence
  readonly intents: VoiceIntents
  /** Whether the channel is there; undefined while its server is not known (yet, or during an outage). */
  readonly exists: (guildId: string, channelId: string) => boolean | undefined
  readonly clock: Clock
  readonly log: Log
}

type OnKnown = (guilds: readonly string[]) => void

interface Wish {
  channelId: string
  failures: number
  /** On the monotonic clock. */
  notBefore: number
}

/**
 * Where the bot belongs, kept over restarts and outages. A server's wish to have it in a channel ends only when
 * somebody sends it away; wish and reality are compared every 15 s and whenever the gateway is back.
 */
export class IntentKeeper {
  readonly #options: IntentKeeperOptions
  readonly #wishes = new Map<string, Wish>()
  #timer: NodeJS.Timeout | undefined
  #isLoaded = false

  constructor(options: IntentKeeperOptions) {
    this.#options = options
    options.sessions.on('state', (guildId, state) => this.#onState(guildId, state))
  }

  /**
   * Goes back to where the bot was when it last ran. A database that is away is asked again.
   * @param onKnown told of the servers before anything is joined
   */
  async start(onKnown: OnKnown = () => undefined): Promise<void> {
    this.#timer = setInterval(() => void this.#loadAndReconcile(onKnown), RECONCILE_EVERY_MS)
    await this.#load(onKnown)
    this.reconcileBothWays()
  }

  stop(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
  }

  /** How many servers want the bot where it is not. */
  get unmet(): number {
    return [...this.#wishes.keys()].filter((guildId) => !this.#options.sessions.get(guildId)).length
  }

  /** Nobody wants the bot in this server any more; false when nobody did. */
  forget(guildId: string): boolean {
    const known = this.#wishes.delete(guildId)
    if (known) this.#save(guildId, () => this.#options.intents.clear(guildId))
    return known
  }

  /** Joins where the bot belongs and is not. */
  reconcile(): void {
    const { sessions, exists, clock, log } = this.#options
    for (const [guildId, wish] of this.#wishes) {
      if (sessions.get(guildId) || clock.now() < wish.notBefore) continue
      const there = exists(guildId, wish.channelId)
      if (there === false) this.forget(guildId)
      if (!there) continue
      log.info({ guildId, channelId: wish.channelId }, 'going back to a voice channel')
      // What became of it arrives as a state.
      sessions.join(guildId, wish.channelId).catch(() => undefined)
    }
  }

  /** The gateway is back: what was asked of Discord while it was away got lost, a leave as well. */
  reconcileBothWays(): void {
    if (!this.#timer) return
    const { sessions, presence, log } = this.#options
    this.reconcile()
    // Until it is known where the bot belongs, it may belong where it is shown.
    if (!this.#isLoaded) return
    for (const guildId of presence.shown()) {
      if (sessions.get(guildId)) continue
      log.info({ guildId }, 'leaving a voice channel that was left before')
      presence.leave(guildId)
    }
  }

  async #loadAndReconcile(onKnown: OnKnown): Promise<void> {
    await this.#load(onKnown)
    if (this.#timer) this.reconcile()
  }

  async #load(onKnown: OnKnown): Promise<void> {
    if (this.#isLoaded) return
    const { intents, log } = this.#options
    try {
      const known = await intents.list()
      onKnown(known.map(({ guild }) => guild))
      for (const { guild, channel } of known) {
        if (!this.#wishes.has(guild)) this.#wishes.set(guild, { channelId: channel, failures: 0, notBefore: 0 })
      }
      this.#isLoaded = true
    } catch (error) {
      log.warn({ err: error }, 'where the bot belongs could not be read; it is tried again')
    }
  }

  #onState(guildId: string, state: SessionState): void {
    if (state.status === 'left') {
      if (state.reason.kind === 'failed') this.#postpone(guildId)
      else if (state.reason.kind !== 'stopping') this.forget(guildId)
    } else if (state.status !== 'joining' && state.status !== 'recovering') this.#remember(guildId, state.channelId)
  }

  #remember(guildId: string, channelId: string): void {
    const known = this.#wishes.get(guildId)?.channelId === channelId
    this.#wishes.set(guildId, { channelId, failures: 0, notBefore: 0 })
    if (known) return
    const since = this.#options.clock.wall()
    this.#save(guildId, () => this.#options.intents.set({ guild: guildId, channel: channelId, since }))
  }

  /** A channel that could not be joined is tried again, less and less often. */
  #postpone(guildId: string): void {
    const wish = this.#wishes.get(guildId)
    if (!wish) return
    wish.failures += 1
    wish.notBefore = this.#options.clock.now() + backoff(wish.failures, PAUSES)
  }

  #save(guildId: string, write: () => Promise<void>): void {
    write().catch((error: unknown) => {
      this.#options.log.warn({ guildId, err: error }, 'where the bot belongs could not be saved')
    })
  }
}
