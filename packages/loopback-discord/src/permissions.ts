import type { APIGuildMember, APIOverwrite, APIRole } from 'discord-api-types/v10'
import { ChannelType, OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10'

/** What the algorithm needs to know of a guild; its id is also the id of the role @everyone. */
export interface PermissionGuild {
  readonly id: string
  readonly ownerId: string
  readonly roles: ReadonlyMap<string, Pick<APIRole, 'permissions'>>
}

export interface PermissionChannel {
  readonly type: ChannelType
  readonly permission_overwrites?: readonly APIOverwrite[]
}

export type PermissionMember = Pick<APIGuildMember, 'user' | 'roles' | 'communication_disabled_until'>

export const ALL_PERMISSIONS = Object.values(PermissionFlagsBits).reduce((all, flag) => all | flag, 0n)

const WHILE_TIMED_OUT = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory

const NEEDS_SENDING =
  PermissionFlagsBits.MentionEveryone |
  PermissionFlagsBits.SendTTSMessages |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.EmbedLinks

const NEEDS_CONNECTING =
  PermissionFlagsBits.Speak |
  PermissionFlagsBits.Stream |
  PermissionFlagsBits.UseVAD |
  PermissionFlagsBits.PrioritySpeaker |
  PermissionFlagsBits.RequestToSpeak |
  PermissionFlagsBits.MuteMembers |
  PermissionFlagsBits.DeafenMembers |
  PermissionFlagsBits.MoveMembers |
  PermissionFlagsBits.UseSoundboard |
  PermissionFlagsBits.UseEmbeddedActivities

/** What a member may do in the whole guild (https://discord.com/developers/docs/topics/permissions). */
export function guildPermissions(guild: PermissionGuild, member: PermissionMember): bigint {
  if (member.user.id === guild.ownerId) return ALL_PERMISSIONS
  const roles = [guild.id, ...member.roles]
  const granted = roles.reduce((sum, id) => sum | BigInt(guild.roles.get(id)?.permissions ?? 0), 0n)
  return has(granted, PermissionFlagsBits.Administrator) ? ALL_PERMISSIONS : granted
}

/** What a member may do in one channel at the moment `now`; for a thread, pass its parent's overwrites. */
export function channelPermissions(
  guild: PermissionGuild,
  member: PermissionMember,
  channel: PermissionChannel,
  now: number,
): bigint {
  const base = guildPermissions(guild, member)
  if (has(base, PermissionFlagsBits.Administrator)) return ALL_PERMISSIONS
  const overwritten = withoutImplied(applyOverwrites(base, guild, member, channel), channel)
  return isTimedOut(member, now) ? overwritten & WHILE_TIMED_OUT : overwritten
}

export function has(permissions: bigint, wanted: bigint): boolean {
  return (permissions & wanted) === wanted
}

function isTimedOut(member: PermissionMember, now: number): boolean {
  return Date.parse(member.communication_disabled_until ?? '') > now
}

/** In the documented order: @everyone, then all roles together, then the member; within each, deny before allow. */
function applyOverwrites(
  base: bigint,
  guild: PermissionGuild,
  member: PermissionMember,
  { permission_overwrites: overwrites = [] }: PermissionChannel,
): bigint {
  const isRole = (overwrite: APIOverwrite) => overwrite.type === OverwriteType.Role
  const steps = [
    overwrites.filter((overwrite) => isRole(overwrite) && overwrite.id === guild.id),
    overwrites.filter((overwrite) => isRole(overwrite) && member.roles.includes(overwrite.id)),
    overwrites.filter((overwrite) => !isRole(overwrite) && overwrite.id === member.user.id),
  ]
  return steps.reduce((permissions, step) => {
    const deny = step.reduce((sum, overwrite) => sum | BigInt(overwrite.deny), 0n)
    const allow = step.reduce((sum, overwrite) => sum | BigInt(overwrite.allow), 0n)
    return (permissions & ~deny) | allow
  }, base)
}

/** Some permissions are worth nothing without another one, and Discord leaves them out then. */
function withoutImplied(permissions: bigint, { type }: PermissionChannel): bigint {
  if (!has(permissions, PermissionFlagsBits.ViewChannel)) return 0n
  const isVoice = type === ChannelType.GuildVoice || type === ChannelType.GuildStageVoice
  if (isVoice && !has(permissions, PermissionFlagsBits.Connect)) permissions &= ~NEEDS_CONNECTING
  if (!has(permissions, PermissionFlagsBits.SendMessages)) permissions &= ~NEEDS_SENDING
  return permissions
}
