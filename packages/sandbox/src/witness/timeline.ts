import { EventEmitter } from 'node:events'
import type { GatewaySession, VoiceSession, WorldChange } from '@lector/loopback-discord'
import type { ServedRequest } from '@lector/loopback-speech'
import type { TimelineEntry } from '../views.ts'
import type { WitnessedSandbox } from './witness.ts'

type News = TimelineEntry extends infer H ? (H extends TimelineEntry ? Omit<H, 'at'> : never) : never

/** Failures and recoveries of one bot, as Discord and the speech service see them. */
export class Timeline extends EventEmitter<{ entry: [entry: TimelineEntry] }> {
  readonly #sandbox: WitnessedSandbox
  readonly #all: TimelineEntry[] = []
  #voiceLostAt: number | undefined
  #gatewayLostAt: number | undefined
  /** Text of the failed request, and when it failed. */
  readonly #failed = new Map<string, number>()

  constructor(sandbox: WitnessedSandbox) {
    super()
    this.#sandbox = sandbox
    const { world, voice, gateway } = sandbox.discord
    world.on('change', this.#onChange)
    voice.on('closed', this.#onVoiceClosed).on('resumed', this.#onVoiceResumed).on('ready', this.#onVoiceReady)
    gateway.on('disconnected', this.#onGatewayLost).on('resumed', this.#onGatewayResumed)
    gateway.on('identified', this.#onGatewayIdentified)
    sandbox.speech.events.on('request', this.#onRequest)
  }

  get all(): readonly TimelineEntry[] {
    return this.#all
  }

  close(): void {
    const { world, voice, gateway } = this.#sandbox.discord
    world.off('change', this.#onChange)
    voice.off('closed', this.#onVoiceClosed).off('resumed', this.#onVoiceResumed).off('ready', this.#onVoiceReady)
    gateway.off('disconnected', this.#onGatewayLost).off('resumed', this.#onGatewayResumed)
    gateway.off('identified', this.#onGatewayIdentified)
    this.#sandbox.speech.events.off('request', this.#onRequest)
  }

  readonly #onChange = (change: WorldChange): void => {
    if (change.kind !== 'voice-state' || change.after.user_id !== this.#sandbox.botId) return
    const [from, to] = [change.before?.channel_id ?? null, change.after.channel_id]
    if (from === to) return
    // Where it stays away, there is nothing to come back to.
    if (to === null) this.#voiceLostAt = undefined
    const kind = from === null ? 'bot-entered' : to === null ? 'bot-left' : 'bot-moved'
    // A channel that was deleted under the bot has no name any more.
    const channel = this.#sandbox.discord.world.guild(change.after.guild_id).channels.get(to ?? from ?? '')
    this.#tell({ kind, channel: channel?.name ?? 'a deleted channel' })
  }

  readonly #onVoiceClosed = (session: VoiceSession | undefined, code: number): void => {
    if (session?.identity.userId !== this.#sandbox.botId) return
    const { guildId, channelId, userId } = session.identity
    const state = this.#sandbox.discord.world.voiceStates.get(guildId, userId)
    if (!state) return
    this.#voiceLostAt = performance.now()
    // Who is moved to another channel changes the connection, and has lost nothing.
    if (state.channel_id === channelId) this.#tell({ kind: 'voice-lost', code })
  }

  readonly #onVoiceResumed = (session: VoiceSession): void => this.#voiceIsBack('voice-resumed', session)

  readonly #onVoiceReady = (session: VoiceSession): void => this.#voiceIsBack('voice-rejoined', session)

  #voiceIsBack(kind: 'voice-resumed' | 'voice-rejoined', { identity }: VoiceSession): void {
    if (identity.userId !== this.#sandbox.botId || this.#voiceLostAt === undefined) return
    this.#tell({ kind, after: performance.now() - this.#voiceLostAt })
    this.#voiceLostAt = undefined
  }

  readonly #onGatewayLost = ({ userId }: GatewaySession): void => {
    if (userId !== this.#sandbox.botId) return
    this.#gatewayLostAt = performance.now()
    this.#tell({ kind: 'gateway-lost' })
  }

  readonly #onGatewayResumed = (session: GatewaySession): void => this.#gatewayIsBack('gateway-resumed', session)

  readonly #onGatewayIdentified = (session: GatewaySession): void => this.#gatewayIsBack('gateway-identified', session)

  #gatewayIsBack(kind: 'gateway-resumed' | 'gateway-identified', { userId }: GatewaySession): void {
    if (userId !== this.#sandbox.botId) return
    this.#tell({ kind, after: since(this.#gatewayLostAt) })
    this.#gatewayLostAt = undefined
  }

  readonly #onRequest = ({ caller, text, state, status }: ServedRequest): void => {
    if (caller !== 'bot') return
    const failedAt = this.#failed.get(text)
    if (state === 'running' && failedAt !== undefined) {
      this.#failed.delete(text)
      this.#tell({ kind: 'speech-again', after: performance.now() - failedAt })
    }
    if (state !== 'refused' && state !== 'failed') return
    this.#failed.set(text, performance.now())
    this.#tell(state === 'refused' ? { kind: 'speech-refused', status } : { kind: 'speech-broken' })
  }

  #tell(news: News): void {
    const entry: TimelineEntry = { at: performance.now(), ...news }
    this.#all.push(entry)
    if (this.#all.length > REMEMBERED) this.#all.shift()
    this.emit('entry', entry)
  }
}

const REMEMBERED = 100

function since(moment: number | undefined): number | undefined {
  return moment === undefined ? undefined : performance.now() - moment
}
