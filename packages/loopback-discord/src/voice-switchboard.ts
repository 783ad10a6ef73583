import { randomBytes } from 'node:crypto'
import type { GatewayVoiceServerUpdateDispatchData, GatewayVoiceStateUpdateData } from 'discord-api-types/v10'
import { GatewayDispatchEvents, PermissionFlagsBits } from 'discord-api-types/v10'
import { VoiceCloseCodes } from 'discord-api-types/voice/v8'
import { dispatch } from './gateway/dispatches.ts'
import type { GatewayServer } from './gateway/gateway-server.ts'
import type { GatewaySession } from './gateway/session.ts'
import { has } from './permissions.ts'
import { SwitchboardFaults } from './switchboard-faults.ts'
import { UsageError } from './usage-error.ts'
import type { VoiceIdentify, VoiceServer } from './voice/voice-server.ts'
import type { WorldChange } from './world/changes.ts'
import { isVoice, type VoiceChannel, type VoiceState } from './world/guild.ts'
import type { World } from './world/world.ts'

/** What a member needs to connect to the voice server. */
export interface VoiceGrant {
  /** `host:port`, as VOICE_SERVER_UPDATE carries it. */
  readonly endpoint: string
  readonly token: string
  readonly guildId: string
  readonly channelId: string
  readonly sessionId: string
  readonly userId: string
}

export interface SwitchboardOptions {
  readonly world: World
  readonly gateway: GatewayServer
  voice(): VoiceServer
}

/**
 * Brings members and voice server together: who may enter, with which token, and who has to leave. The voice server
 * knows nothing of the world, and the world nothing of sockets.
 */
export class VoiceSwitchboard {
  readonly faults = new SwitchboardFaults()
  readonly #world: World
  readonly #gateway: GatewayServer
  readonly #voice: () => VoiceServer
  /** The one valid grant of each member. */
  readonly #grants = new Map<string, VoiceGrant>()

  constructor({ world, gateway, voice }: SwitchboardOptions) {
    this.#world = world
    this.#gateway = gateway
    this.#voice = voice
    gateway.on('voice', (session, request) => this.#requested(session, request))
    gateway.on('ended', (session) => this.#sessionEnded(session))
    world.on('change', (change) => this.#changed(change))
  }

  /** Whether an identify at the voice server is good, and for which channel. */
  admit({ guildId, userId, sessionId, token }: VoiceIdentify): { readonly channelId: string } | undefined {
    const grant = this.#grants.get(keyOf(guildId, userId))
    return grant?.token === token && grant.sessionId === sessionId ? grant : undefined
  }

  /** A person without a gateway session enters a channel, or goes to another one. @throws UsageError if she may not */
  enter(channelId: string, userId: string): VoiceGrant {
    const channel = this.#voiceChannel(channelId)
    if (!this.#mayEnter(channel, userId)) throw new UsageError(`Nobody may enter "${channel.name}" without permission.`)
    const sessionId = randomBytes(16).toString('hex')
    return this.#grant(this.#world.voiceStates.join(channel, userId, { sessionId }))
  }

  /** A moderator moves somebody to another channel; for a bot its gateway session is told. */
  move(guildId: string, userId: string, channelId: string): VoiceGrant {
    const channel = this.#voiceChannel(channelId)
    const { session_id } = this.#world.voiceStates.require(guildId, userId)
    return this.#grant(this.#world.voiceStates.join(channel, userId, { sessionId: session_id }))
  }

  /**
   * A voice server goes away (`endpoint: null`, its socket closed with this code), and so many milliseconds later the
   * member is told of the next one. @throws DiscordError 10065 when the member is in no channel
   */
  relocate(guildId: string, userId: string, { away, code }: { readonly away: number; readonly code: number }): void {
    const state = this.#world.voiceStates.require(guildId, userId)
    this.#tell(state.session_id, { token: randomToken(), guild_id: guildId, endpoint: null })
    this.#grants.delete(keyOf(guildId, userId))
    this.#voice().disconnect(guildId, userId, code)
    setTimeout(() => {
      const now = this.#world.voiceStates.get(guildId, userId)
      if (now?.session_id === state.session_id && !this.#grants.has(keyOf(guildId, userId))) this.#grant(now)
    }, away).unref()
  }

  /** Op 4. When the member may not enter, Discord does not answer at all. */
  #requested(session: GatewaySession, request: GatewayVoiceStateUpdateData): void {
    const { guild_id, channel_id, self_mute, self_deaf } = request
    if (!this.#world.guilds.get(guild_id)?.members.has(session.userId)) return
    if (channel_id === null) {
      this.#world.voiceStates.leave(guild_id, session.userId)
      return
    }
    const channel = this.#world.guild(guild_id).channels.get(channel_id)
    if (!channel || !isVoice(channel) || !this.#mayEnter(channel, session.userId)) return
    const faults = this.faults.of(guild_id)
    if (faults.ignoreRequests > 0) {
      faults.ignoreRequests--
      return
    }
    const before = this.#world.voiceStates.get(guild_id, session.userId)
    const join = { sessionId: session.id, selfMute: self_mute, selfDeaf: self_deaf }
    if (before && isUnchanged(before, session, request)) {
      if (faults.unchanged === 'state' || faults.unchanged === 'both')
        this.#world.voiceStates.join(channel, session.userId, join)
      if (faults.unchanged === 'server' || faults.unchanged === 'both') this.#grant(before)
      return
    }
    const enter = () => this.#world.voiceStates.join(channel, session.userId, join)
    if (faults.serverFirst > 0) {
      faults.serverFirst--
      this.#grant({ guild_id, channel_id, user_id: session.userId, session_id: session.id })
      enter()
      return
    }
    const after = enter()
    if (before && !needsServer(before, after)) return
    if (faults.withoutEndpoint > 0) {
      faults.withoutEndpoint--
      this.relocate(guild_id, session.userId, { away: faults.endpointDelay, code: VoiceCloseCodes.Disconnected })
    } else this.#grant(after)
  }

  /** View and Connect; a full channel only for those who may move others, or who are in it already. */
  #mayEnter(channel: VoiceChannel, userId: string): boolean {
    const permissions = this.#world.permissionsIn(channel, userId)
    if (!has(permissions, PermissionFlagsBits.ViewChannel | PermissionFlagsBits.Connect)) return false
    const inside = this.#world.voiceStates.inChannel(channel)
    const isFull = (channel.user_limit ?? 0) > 0 && inside.length >= (channel.user_limit ?? 0)
    if (!isFull || inside.some(({ user_id }) => user_id === userId)) return true
    return has(permissions, PermissionFlagsBits.MoveMembers)
  }

  /** A new token, which makes the old one worthless, and word of it to the member's gateway session. */
  #grant({ guild_id, channel_id, user_id, session_id }: Place): VoiceGrant {
    const grant: VoiceGrant = {
      endpoint: this.#voice().endpoint,
      token: randomToken(),
      guildId: guild_id,
      channelId: channel_id ?? '',
      sessionId: session_id,
      userId: user_id,
    }
    this.#grants.set(keyOf(guild_id, user_id), grant)
    const { endpoint, token } = grant
    this.#tell(session_id, { token, guild_id, endpoint })
    return grant
  }

  #tell(sessionId: string, server: GatewayVoiceServerUpdateDispatchData): void {
    this.#gateway.sessions.get(sessionId)?.dispatch(dispatch(GatewayDispatchEvents.VoiceServerUpdate, server))
  }

  /** Whoever left or changed the channel is cut off at the voice server too. */
  #changed(change: WorldChange): void {
    if (change.kind !== 'voice-state' || !change.before) return
    const { before, after } = change
    if (before.channel_id === after.channel_id) return
    const key = keyOf(after.guild_id, after.user_id)
    // One that names the new channel already was given out before the move was known.
    if (this.#grants.get(key)?.channelId !== after.channel_id) this.#grants.delete(key)
    const isDeleted = !change.guild.channels.has(before.channel_id ?? '')
    const closeCode = isDeleted ? VoiceCloseCodes.CallTerminated : VoiceCloseCodes.Disconnected
    this.#voice().disconnect(after.guild_id, after.user_id, closeCode)
  }

  /** A bot whose gateway session is gone is gone from its channels. */
  #sessionEnded(session: GatewaySession): void {
    for (const guild of this.#world.guilds.values()) {
      if (guild.voiceStates.get(session.userId)?.session_id === session.id)
        this.#world.voiceStates.leave(guild.id, session.userId)
    }
  }

  #voiceChannel(id: string): VoiceChannel {
    const channel = this.#world.channel(id)
    if (!isVoice(channel)) throw new UsageError(`"${channel.name}" is no voice channel.`)
    return channel
  }
}

/** What a grant is good for. */
type Place = Pick<VoiceState, 'guild_id' | 'channel_id' | 'user_id' | 'session_id'>

function isUnchanged(before: VoiceState, { id }: GatewaySession, request: GatewayVoiceStateUpdateData): boolean {
  const { channel_id, self_mute, self_deaf } = request
  return (
    !needsServer(before, { ...before, channel_id, session_id: id }) &&
    before.self_mute === self_mute &&
    before.self_deaf === self_deaf
  )
}

/** Another channel or session needs a new connection; muting oneself does not. */
function needsServer(before: VoiceState, after: VoiceState): boolean {
  return before.channel_id !== after.channel_id || before.session_id !== after.session_id
}

function randomToken(): string {
  return randomBytes(8).toString('hex')
}

function keyOf(guildId: string, userId: string): string {
  return `${guildId}:${userId}`
}
