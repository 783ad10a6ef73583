import type { APIGuildMember } from 'discord-api-types/v10'
import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10'
import { unknown } from '../errors.ts'
import { has } from '../permissions.ts'
import type { WorldChange } from './changes.ts'
import type { Guild, GuildChannel, VoiceChannel, VoiceState } from './guild.ts'

export interface VoiceJoin {
  readonly sessionId: string
  readonly selfMute?: boolean
  readonly selfDeaf?: boolean
}

type Changes = Partial<
  Pick<VoiceState, 'mute' | 'deaf' | 'self_mute' | 'self_deaf' | 'suppress' | 'request_to_speak_timestamp'>
>

/** The part of the world that voice states stand in. */
interface VoicePlaces {
  readonly guilds: ReadonlyMap<string, Guild>
  guild(id: string): Guild
  channel(id: string): GuildChannel
  member(guildId: string, userId: string): APIGuildMember
  updateMember(guildId: string, userId: string, changes: Partial<Omit<APIGuildMember, 'user'>>): APIGuildMember
  permissionsIn(channel: GuildChannel, userId: string): bigint
  announce(change: WorldChange): void
}

/** Who is in which voice channel, and how. */
export class VoiceStates {
  readonly #world: VoicePlaces

  constructor(world: VoicePlaces) {
    this.#world = world
  }

  /** The state of somebody who is in a channel. */
  get(guildId: string, userId: string): VoiceState | undefined {
    return this.#world.guilds.get(guildId)?.voiceStates.get(userId)
  }

  /** @throws DiscordError 10065 when the member is in no channel. */
  require(guildId: string, userId: string): VoiceState {
    const state = this.get(guildId, userId)
    if (!state) throw unknown('VoiceState')
    return state
  }

  inChannel({ id, guild_id }: { readonly id: string; readonly guild_id: string }): VoiceState[] {
    return [...this.#world.guild(guild_id).voiceStates.values()].filter((state) => state.channel_id === id)
  }

  /** Puts a member into a channel, wherever she was before. Permissions are the caller's matter. */
  join(channel: VoiceChannel, userId: string, { sessionId, selfMute, selfDeaf }: VoiceJoin): VoiceState {
    const { guild_id } = channel
    const { deaf, mute } = this.#world.member(guild_id, userId)
    const before = this.get(guild_id, userId)
    const stays = before?.channel_id === channel.id
    return this.#replace({
      guild_id,
      channel_id: channel.id,
      user_id: userId,
      session_id: sessionId,
      deaf,
      mute,
      self_deaf: selfDeaf ?? before?.self_deaf ?? false,
      self_mute: selfMute ?? before?.self_mute ?? false,
      self_video: false,
      self_stream: false,
      suppress: stays ? before.suppress : this.#suppressedOnEntry(channel, userId),
      request_to_speak_timestamp: stays ? before.request_to_speak_timestamp : null,
    })
  }

  update(guildId: string, userId: string, changes: Changes): VoiceState {
    return this.#replace({ ...this.require(guildId, userId), ...changes })
  }

  leave(guildId: string, userId: string): void {
    const state = this.get(guildId, userId)
    if (state) this.#replace({ ...state, channel_id: null, suppress: false, request_to_speak_timestamp: null })
  }

  /** Mutes or deafens a member for the whole server; it stays when she leaves. */
  setServerMute(guildId: string, userId: string, changes: { readonly mute?: boolean; readonly deaf?: boolean }): void {
    this.#world.updateMember(guildId, userId, changes)
    if (this.get(guildId, userId)) this.update(guildId, userId, changes)
  }

  /** Outside stages, suppressed means "may not speak", and follows the permissions while somebody is connected. */
  refresh(guildId: string): void {
    for (const state of this.#world.guild(guildId).voiceStates.values()) {
      const channel = this.#world.channel(state.channel_id ?? '')
      if (channel.type !== ChannelType.GuildVoice) continue
      const suppress = !this.#maySpeak(channel, state.user_id)
      if (suppress !== state.suppress) this.update(guildId, state.user_id, { suppress })
    }
  }

  /** Everybody enters a stage as audience. */
  #suppressedOnEntry(channel: VoiceChannel, userId: string): boolean {
    return channel.type === ChannelType.GuildStageVoice || !this.#maySpeak(channel, userId)
  }

  #maySpeak(channel: VoiceChannel, userId: string): boolean {
    return has(this.#world.permissionsIn(channel, userId), PermissionFlagsBits.Speak)
  }

  #replace(after: VoiceState): VoiceState {
    const guild = this.#world.guild(after.guild_id)
    const before = guild.voiceStates.get(after.user_id)
    if (after.channel_id === null) guild.voiceStates.delete(after.user_id)
    else guild.voiceStates.set(after.user_id, after)
    this.#world.announce({ kind: 'voice-state', guild, before, after })
    return after
  }
}
