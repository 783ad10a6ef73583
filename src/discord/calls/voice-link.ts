import { joinVoiceChannel, type Networking, type VoiceConnection, VoiceConnectionStatus } from '@discordjs/voice'
import { type Client, type Guild, Status } from 'discord.js'
import { isFinal } from '../../call/close-codes.ts'
import type { LinkHold, LinkLoss, VoiceLink, VoiceLinkObserver } from '../../call/link.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { Log } from '../../kernel/log.ts'
import { joinFailed, mention, udpBlocked } from './join-errors.ts'
import { leaveFirst, shownIn } from './leave-first.ts'
import { presentIn } from './present.ts'
import { askToSpeak, isStage } from './stage.ts'
import { guardedAdapter } from './voice-adapter.ts'
import {
  catchMessageErrors,
  ignoreIncomingMedia,
  keepKeyReady,
  lacksKeys,
  networkingOf,
  repeatDiscovery,
  surviveClosedSocket,
  udpAddressOf,
} from './voice-internals.ts'
import { voicePlace } from './voice-place.ts'
import type { VoiceStateBudget } from './voice-state-budget.ts'

/** How long Discord has to name a voice server, and that server to take us in. */
const CONNECT_DEADLINE_MS = 10_000
/** How long IP discovery may stay unanswered; it is asked for every half second. */
const UDP_DEADLINE_MS = 4_000
/** How long a gateway that reconnects may keep a join waiting: an identify can take a while. */
const GATEWAY_DEADLINE_MS = 30_000
/** Longest time that speech waits for encryption keys. */
const KEYS_DEADLINE_MS = 2_500

/**
 * "Disconnected" and "call terminated" mean a kick, a move, a new voice server or nothing at all. Which one, the gateway
 * tells around the same moment; after this time, plus its ping, nothing more is expected of it.
 */
const AMBIGUOUS_CODES: ReadonlySet<number> = new Set([4014, 4022])
const EXPLANATION_MS = 250

export interface DiscordVoiceLinkOptions {
  readonly client: Client
  readonly guildId: string
  readonly observer: VoiceLinkObserver
  readonly budget: VoiceStateBudget
  readonly clock: Clock
  readonly log: Log
  readonly onClose: (link: DiscordVoiceLink) => void
}

/** `VoiceLink` over @discordjs/voice: the library connects and encrypts, the session decides. */
export class DiscordVoiceLink implements VoiceLink {
  readonly #options: DiscordVoiceLinkOptions
  #connection: VoiceConnection | undefined
  /** Set while our own request is being sent; the library may not ask by itself. */
  #asking = false
  /** Settles the attempt that is under way. */
  #attempt: PromiseWithResolvers<void> | undefined
  #sessionId: string | undefined
  #channelId: string | undefined
  /** False until Discord has shown the bot in the channel that the current connection asked for. */
  #isShown = false
  /** Ends the wait for what an ambiguous close code means. */
  #explained = new AbortController()
  #keysMissingSince: number | undefined
  #askedToSpeakIn: string | undefined

  constructor(options: DiscordVoiceLinkOptions) {
    this.#options = options
  }

  async connect(channelId: string, signal: AbortSignal): Promise<void> {
    const { guildId, budget, clock } = this.#options
    const guild = await this.#readyGuild(signal)
    const channel = voicePlace(guild, channelId)
    await budget.take(guild.shardId, guildId, signal)
    signal.throwIfAborted()

    this.#drop(false)
    const attempt = Promise.withResolvers<void>()
    attempt.promise.catch(() => undefined)
    this.#attempt = attempt
    this.#channelId = channelId
    const deadline = new AbortController()
    const expired = clock.sleep(CONNECT_DEADLINE_MS, AbortSignal.any([signal, deadline.signal])).then(() => {
      throw joinFailed(channel.name, `no voice connection within ${CONNECT_DEADLINE_MS} ms`)
    })
    try {
      if (shownIn(guild) === channelId) {
        budget.leave(guild.shardId)
        await leaveFirst(guild, clock, signal)
        signal.throwIfAborted()
      }
      this.#open(guild, channelId)
      await Promise.race([attempt.promise, expired])
    } finally {
      // The next attempt may have begun while this one was being given up.
      if (this.#attempt === attempt) this.#attempt = undefined
      expired.catch(() => undefined)
      deadline.abort()
    }
  }

  check(channelId: string): void {
    const guild = this.#options.client.guilds.cache.get(this.#options.guildId)
    if (guild?.available) voicePlace(guild, channelId)
  }

  send(packet: Buffer): boolean {
    const connection = this.#connection
    if (connection?.state.status !== VoiceConnectionStatus.Ready) return false
    if (this.#mustWaitForKeys(connection)) return false
    try {
      return connection.playOpusPacket(packet) ?? false
    } catch (error) {
      // The UDP socket closed under us; the library notices by itself and resumes.
      this.#options.log.debug({ guildId: this.#options.guildId, err: error }, 'a voice packet could not be sent')
      return false
    }
  }

  rest(): void {
    this.#connection?.setSpeaking(false)
  }

  close({ tellDiscord }: { readonly tellDiscord: boolean }): void {
    this.#drop(tellDiscord)
    this.#options.onClose(this)
  }

  async #readyGuild(signal: AbortSignal): Promise<Guild> {
    const { client, guildId, clock } = this.#options
    const until = clock.now() + GATEWAY_DEADLINE_MS
    for (;;) {
      const guild = client.guilds.cache.get(guildId)
      if (guild?.available && guild.shard.status === Status.Ready) return guild
      if (clock.now() > until) throw joinFailed(mention(this.#channelId), 'the gateway is not ready')
      await clock.sleep(100, signal)
    }
  }

  #open(guild: Guild, channelId: string): void {
    const { guildId, observer, log } = this.#options
    const adapterCreator = guardedAdapter(guild.voiceAdapterCreator, () => this.#asking, {
      onState: (state) => this.#onOwnState(state),
      onServer: (endpoint) => {
        this.#explained.abort()
        // The library connects by itself when Discord names the next server.
        if (endpoint === null && !this.#attempt) observer.onInterrupted()
      },
    })
    this.#isShown = false
    this.#asking = true
    const connection = joinVoiceChannel({ guildId, channelId, selfDeaf: true, adapterCreator })
    this.#asking = false
    this.#connection = connection
    ignoreIncomingMedia(connection)
    // An error event without a listener would end the process. What follows from it arrives as a state change.
    connection.on('error', (error) => log.warn({ guildId, err: error }, 'voice connection error'))
    connection.on('stateChange', (before, after) => {
      if (connection !== this.#connection) return
      const networking = networkingOf(connection)
      if (networking && networking !== ('networking' in before ? before.networking : undefined)) {
        catchMessageErrors(networking, (error) => {
          log.warn({ guildId, err: error }, 'a message of the voice server failed')
          this.#lose({ kind: 'broken' })
        })
        networking.on('stateChange', (old, now) => {
          if (old.code === now.code) return
          surviveClosedSocket(networking)
          repeatDiscovery(networking)
          this.#watchUdp(networking)
          keepKeyReady(networking)
        })
        networking.once('close', (code) => this.#onClosed(code))
      }
      if (after.status === before.status) return
      if (after.status === VoiceConnectionStatus.Destroyed) return this.#lose({ kind: lossWhenDestroyed(guild) })
      if (after.status === VoiceConnectionStatus.Ready) {
        if (this.#attempt) this.#attempt.resolve()
        else observer.onRestored()
      } else if (before.status === VoiceConnectionStatus.Ready) observer.onInterrupted()
    })
    if (connection.state.status === VoiceConnectionStatus.Disconnected) this.#lose({ kind: 'broken' })
  }

  #onOwnState(state: { channel_id: string | null; session_id: string; mute: boolean; suppress: boolean }): void {
    const { observer } = this.#options
    this.#explained.abort()
    if (state.channel_id === null) {
      // Not a removal: the bot's own leave that was answered late, or the end of a gateway session that was replaced.
      if (this.#isShown && state.session_id === this.#sessionId) this.#lose({ kind: 'removed' })
      return
    }
    this.#isShown = true
    this.#sessionId = state.session_id
    if (this.#channelId !== undefined && state.channel_id !== this.#channelId) {
      this.#channelId = state.channel_id
      observer.onMoved(state.channel_id)
    }
    observer.onHold(this.#holdOf(state))
  }

  #holdOf(state: { channel_id: string | null; mute: boolean; suppress: boolean }): LinkHold | undefined {
    const guild = this.#options.client.guilds.cache.get(this.#options.guildId)
    if (state.suppress && guild && isStage(guild, state.channel_id ?? '')) {
      if (this.#askedToSpeakIn !== state.channel_id) void askToSpeak(guild, this.#options.log)
      this.#askedToSpeakIn = state.channel_id ?? undefined
      return 'audience'
    }
    this.#askedToSpeakIn = undefined
    if (state.suppress) return 'suppressed'
    return state.mute ? 'muted' : undefined
  }

  #onClosed(code: number): void {
    const { guildId, observer, clock, client, log } = this.#options
    log.info({ guildId, code }, 'voice server closed the connection')
    const loss = { kind: 'closed', code } as const
    if (this.#attempt || !AMBIGUOUS_CODES.has(code)) {
      this.#lose(loss)
      return
    }
    observer.onInterrupted()
    this.#explained = new AbortController()
    void clock.sleep(EXPLANATION_MS + Math.max(0, client.ws.ping), this.#explained.signal).then(
      () => this.#lose(loss),
      () => undefined,
    )
  }

  /** IP discovery without an answer means that UDP does not get through. */
  #watchUdp(networking: Networking): void {
    const address = udpAddressOf(networking)
    const attempt = this.#attempt
    if (address === undefined || !attempt) return
    const { clock, guildId, log } = this.#options
    void clock.sleep(UDP_DEADLINE_MS).then(() => {
      if (udpAddressOf(networking) === undefined || this.#attempt !== attempt) return
      const error = udpBlocked(address)
      log.warn({ guildId, address, code: error.code }, error.message)
      attempt.reject(error)
    })
  }

  /** A final loss ends an attempt too: the session leaves, which aborts it. */
  #lose(loss: LinkLoss): void {
    if (!this.#attempt || isFinal(loss)) {
      this.#options.observer.onLost(loss)
      return
    }
    const detail = loss.kind === 'closed' ? `closed with ${loss.code}` : loss.kind
    this.#attempt.reject(joinFailed(mention(this.#channelId), `voice connection ${detail}`))
  }

  /** A shard that identified again has lost its voice states, so the bot has to join again. */
  onShardReady(shardId: number): void {
    const guild = this.#options.client.guilds.cache.get(this.#options.guildId)
    if (guild?.shardId === shardId && this.#connection && !this.#attempt) this.#lose({ kind: 'broken' })
  }

  #mustWaitForKeys(connection: VoiceConnection): boolean {
    const networking = networkingOf(connection)
    if (!networking || !lacksKeys(networking, () => this.#isAlone())) {
      this.#keysMissingSince = undefined
      return false
    }
    const now = this.#options.clock.now()
    this.#keysMissingSince ??= now
    return now - this.#keysMissingSince < KEYS_DEADLINE_MS
  }

  #isAlone(): boolean {
    const guild = this.#options.client.guilds.cache.get(this.#options.guildId)
    return !guild || presentIn(guild, this.#channelId ?? '').length <= 1
  }

  #drop(tellDiscord: boolean): void {
    const connection = this.#connection
    this.#explained.abort()
    this.#connection = undefined
    this.#keysMissingSince = undefined
    if (!connection || connection.state.status === VoiceConnectionStatus.Destroyed) return
    const guild = this.#options.client.guilds.cache.get(this.#options.guildId)
    if (tellDiscord && guild) this.#options.budget.leave(guild.shardId)
    this.#asking = tellDiscord
    connection.destroy(tellDiscord)
    this.#asking = false
  }
}

/**
 * discord.js destroys the connections of a server that the bot was removed from, and all of a gateway connection that
 * has ended for good: there, the bot still belongs where it was.
 */
function lossWhenDestroyed({ shard }: Guild): 'broken' | 'removed' {
  return shard.status === Status.Disconnected ? 'broken' : 'removed'
}
