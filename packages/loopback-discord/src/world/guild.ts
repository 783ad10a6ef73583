import type {
  APIGuildCategoryChannel,
  APIGuildForumChannel,
  APIGuildMember,
  APIGuildStageVoiceChannel,
  APIGuildVoiceChannel,
  APIOverwrite,
  APIRole,
  APITextChannel,
  APIThreadChannel,
  APIVoiceState,
  Locale,
} from 'discord-api-types/v10'
import { ChannelType } from 'discord-api-types/v10'

export type GuildChannel = (
  | APITextChannel
  | APIGuildVoiceChannel
  | APIGuildStageVoiceChannel
  | APIGuildCategoryChannel
  | APIGuildForumChannel
  | APIThreadChannel
) & { readonly guild_id: string }

export type VoiceChannel = Extract<GuildChannel, APIGuildVoiceChannel | APIGuildStageVoiceChannel>
/** What a moderator may change; the limit means something for voice channels only. */
export type ChannelChanges = Partial<Pick<APIGuildVoiceChannel, 'name' | 'permission_overwrites' | 'user_limit'>>

export type VoiceState = APIVoiceState & { readonly guild_id: string }

/**
 * One server. What the wire shows is kept in the wire's own types; values are replaced, never changed in place, so an
 * event may hold on to them.
 */
export interface Guild {
  readonly id: string
  readonly name: string
  readonly ownerId: string
  readonly locale: Locale
  readonly createdAt: string
  /** By id; @everyone has the guild's id. */
  readonly roles: Map<string, APIRole>
  /** By id; threads too. */
  readonly channels: Map<string, GuildChannel>
  /** By user id. */
  readonly members: Map<string, APIGuildMember>
  /** By user id; only of those who are in a channel. */
  readonly voiceStates: Map<string, VoiceState>
}

export function isVoice(channel: GuildChannel): channel is VoiceChannel {
  return channel.type === ChannelType.GuildVoice || channel.type === ChannelType.GuildStageVoice
}

export function isThread(channel: GuildChannel): channel is GuildChannel & APIThreadChannel {
  return (
    channel.type === ChannelType.PublicThread ||
    channel.type === ChannelType.PrivateThread ||
    channel.type === ChannelType.AnnouncementThread
  )
}

/** Where people can write: everything but categories and forums, whose threads hold the messages. */
export function isTextBased(channel: GuildChannel): boolean {
  return channel.type !== ChannelType.GuildCategory && channel.type !== ChannelType.GuildForum
}

/** The channel's own overwrites; a thread has those of its parent. */
export function overwritesOf(guild: Guild, channel: GuildChannel): readonly APIOverwrite[] {
  const owner = isThread(channel) ? guild.channels.get(channel.parent_id ?? '') : channel
  return owner?.permission_overwrites ?? []
}
