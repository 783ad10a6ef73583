import type { APIGuildMember, APIOverwrite, APIRole, APIUser, ChannelFlags } from 'discord-api-types/v10'
import {
  ChannelType,
  ForumLayoutType,
  type GuildMemberFlags,
  PermissionFlagsBits,
  type RoleFlags,
  ThreadAutoArchiveDuration,
  type UserFlags,
} from 'discord-api-types/v10'
import type { GuildChannel } from './guild.ts'

/** What @everyone may do in a new server, as far as text and voice go. */
export const EVERYDAY_PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.UseExternalEmojis |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.SendVoiceMessages |
  PermissionFlagsBits.SendPolls |
  PermissionFlagsBits.Connect |
  PermissionFlagsBits.Speak |
  PermissionFlagsBits.Stream |
  PermissionFlagsBits.UseVAD |
  PermissionFlagsBits.RequestToSpeak |
  PermissionFlagsBits.ChangeNickname |
  PermissionFlagsBits.UseApplicationCommands

const NO_FLAGS = 0

export interface NewUser {
  readonly username: string
  /** The name people see; bots have none. */
  readonly displayName?: string
  readonly bot?: boolean
}

export function newUser(id: string, { username, displayName, bot = false }: NewUser): APIUser {
  return {
    id,
    username,
    discriminator: '0',
    global_name: displayName ?? null,
    avatar: null,
    bot,
    flags: NO_FLAGS as UserFlags,
    primary_guild: null,
    public_flags: NO_FLAGS as UserFlags,
  }
}

export interface NewRole {
  readonly name: string
  readonly permissions?: bigint
  readonly position?: number
}

export function newRole(id: string, { name, permissions = 0n, position = 1 }: NewRole): APIRole {
  return {
    id,
    name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position,
    permissions: permissions.toString(),
    managed: false,
    mentionable: false,
    flags: NO_FLAGS as RoleFlags,
  }
}

export interface NewMember {
  readonly nick?: string
  readonly roles?: readonly string[]
}

export function newMember(user: APIUser, joinedAt: string, { nick, roles = [] }: NewMember = {}): APIGuildMember {
  return {
    user,
    nick: nick ?? null,
    avatar: null,
    banner: null,
    roles: [...roles],
    joined_at: joinedAt,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: NO_FLAGS as GuildMemberFlags,
    pending: false,
    communication_disabled_until: null,
  }
}

export interface NewChannel {
  readonly type: GuildChannel['type']
  readonly name: string
  /** The category; for a thread the channel it hangs from. */
  readonly parentId?: string
  readonly userLimit?: number
  readonly overwrites?: readonly APIOverwrite[]
  /** Who opened the thread. */
  readonly ownerId?: string
}

export interface ChannelPlace {
  readonly id: string
  readonly guildId: string
  readonly position: number
  readonly createdAt: string
}

export function newChannel(place: ChannelPlace, { type, name, parentId, ...more }: NewChannel): GuildChannel {
  const base = {
    id: place.id,
    guild_id: place.guildId,
    name,
    parent_id: parentId ?? null,
    flags: NO_FLAGS as ChannelFlags,
    permission_overwrites: [...(more.overwrites ?? [])],
  }
  const placed = { ...base, position: place.position }
  const writable = { last_message_id: null, rate_limit_per_user: 0, nsfw: false }
  switch (type) {
    case ChannelType.GuildText:
      return { ...placed, ...writable, type, topic: null }
    case ChannelType.GuildVoice:
    case ChannelType.GuildStageVoice:
      return { ...placed, ...writable, type, bitrate: 64_000, user_limit: more.userLimit ?? 0, rtc_region: null }
    case ChannelType.GuildCategory:
      return { ...placed, type, parent_id: null }
    case ChannelType.GuildForum:
      return {
        ...placed,
        ...writable,
        type,
        available_tags: [],
        default_reaction_emoji: null,
        default_sort_order: null,
        default_forum_layout: ForumLayoutType.NotSet,
      }
    default:
      return {
        ...base,
        ...writable,
        type,
        parent_id: parentId ?? '',
        permission_overwrites: [],
        ...(more.ownerId && { owner_id: more.ownerId }),
        message_count: 0,
        member_count: 1,
        thread_metadata: {
          archived: false,
          auto_archive_duration: ThreadAutoArchiveDuration.OneDay,
          archive_timestamp: place.createdAt,
          create_timestamp: place.createdAt,
          locked: false,
        },
      }
  }
}
