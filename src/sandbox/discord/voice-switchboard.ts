import { randomBytes } from 'node:crypto'
import type { GatewayVoiceStateUpdateData } from 'discord-api-types/v10'
import { GatewayDispatchEvents, PermissionFlagsBits } from 'discord-api-types/v10'
import { VoiceCloseCodes } from 'discord-api-types/voice/v8'
import { UsageError } from '../usage-error.ts'
import { dispatch } from './gateway/dispatches.ts'
import type { GatewayServer } from './gateway/gateway-server.ts'
import type { GatewaySession } from './gateway/session.ts'
import { has } from './permissions.ts'
import type { VoiceIdentify, VoiceServer } from './voice/voice-server.ts'
import type { WorldChange } from './world/changes.ts'
import { isVoice, type VoiceChannel, type VoiceState } from './world/guild.ts'
import type { World } from './world/world.ts'

/** What a member needs to connect to the voice server. */
export interface VoiceGrant {
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
    const before = this.#world.voiceStates.get(guild_id, session.userId)
    const join = { sessionId: session.id, selfMute: self_mute, selfDeaf: self_deaf }
    const after = this.#world.voiceStates.join(channel, session.userId, join)
    if (!before || needsServer(before, after)) this.#grant(after)
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
  #grant({ guild_id, channel_id, user_id, session_id }: VoiceState): VoiceGrant {
    const grant: VoiceGrant = {
      endpoint: this.#voice().endpoint,
      token: randomBytes(8).toString('hex'),
      guildId: guild_id,
      channelId: channel_id ?? '',
      sessionId: session_id,
      userId: user_id,
    }
    this.#grants.set(keyOf(guild_id, user_id), grant)
    const { endpoint, token } = grant
    const news = dispatch(GatewayDispatchEvents.VoiceServerUpdate, { token, guild_id, endpoint })
    this.#gateway.sessions.get(session_id)?.dispatch(news)
    return grant
  }

  /** Whoever left or changed the channel is cut off at the voice server too. */
  #changed(change: WorldChange): void {
    if (change.kind !== 'voice-state' || !change.before) return
    const { before, after } = change
    if (before.channel_id === after.channel_id) return
    this.#grants.delete(keyOf(after.guild_id, after.user_id))
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

/** Muting oneself needs no new connection; asking again for the same thing means that the old one is lost. */
function needsServer(before: VoiceState, after: VoiceState): boolean {
  return (
    before.channel_id !== after.channel_id ||
    before.session_id !== after.session_id ||
    (before.self_mute === after.self_mute && before.self_deaf === after.self_deaf)
  )
}

function keyOf(guildId: string, userId: string): string {
  return `${guildId}:${userId}`
}
