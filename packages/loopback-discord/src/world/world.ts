import { EventEmitter } from 'node:events'
import type { APIGuildMember, APIRole, APIUser } from 'discord-api-types/v10'
import { Locale } from 'discord-api-types/v10'
import { type Clock, systemClock } from '../clock.ts'
import { unknown } from '../errors.ts'
import { channelPermissions } from '../permissions.ts'
import { snowflakes } from '../snowflake.ts'
import type { WorldChange } from './changes.ts'
import {
  EVERYDAY_PERMISSIONS,
  type NewChannel,
  type NewMember,
  type NewRole,
  type NewUser,
  newChannel,
  newMember,
  newRole,
  newUser,
} from './defaults.ts'
import { type ChannelChanges, type Guild, type GuildChannel, overwritesOf } from './guild.ts'
import { Messages } from './messages.ts'
import { VoiceStates } from './voice-states.ts'

export interface WorldEvents {
  change: [change: WorldChange]
}

export interface NewGuild {
  readonly name: string
  readonly ownerId: string
  readonly locale?: Locale
  readonly everyone?: bigint
}

/**
 * The state of the Discord that is played: users, servers and what is in them. Everything changes through its methods
 * and is announced as one `change`. Looking up what does not exist throws Discord's own error.
 */
export class World extends EventEmitter<WorldEvents> {
  readonly clock: Clock
  readonly newId: () => string
  readonly users = new Map<string, APIUser>()
  readonly guilds = new Map<string, Guild>()
  readonly messages: Messages
  readonly voiceStates: VoiceStates

  constructor(clock: Clock = systemClock) {
    super()
    this.clock = clock
    this.newId = snowflakes(clock)
    this.messages = new Messages(this)
    this.voiceStates = new VoiceStates(this)
  }

  announce(change: WorldChange): void {
    this.emit('change', change)
  }

  /** Now, as the wire writes it. */
  timestamp(): string {
    return new Date(this.clock.wall()).toISOString()
  }

  addUser(user: NewUser): APIUser {
    const added = newUser(this.newId(), user)
    this.users.set(added.id, added)
    return added
  }

  user(id: string): APIUser {
    return found(this.users.get(id), 'User')
  }

  addGuild({ name, ownerId, locale = Locale.EnglishUS, everyone = EVERYDAY_PERMISSIONS }: NewGuild): Guild {
    const id = this.newId()
    const guild: Guild = {
      id,
      name,
      ownerId,
      locale,
      createdAt: this.timestamp(),
      roles: new Map([[id, newRole(id, { name: '@everyone', permissions: everyone, position: 0 })]]),
      channels: new Map(),
      members: new Map([[ownerId, newMember(this.user(ownerId), this.timestamp())]]),
      voiceStates: new Map(),
    }
    this.guilds.set(id, guild)
    this.announce({ kind: 'guild-added', guild })
    return guild
  }

  guild(id: string): Guild {
    return found(this.guilds.get(id), 'Guild')
  }

  removeGuild(id: string): void {
    const guild = this.guild(id)
    for (const userId of [...guild.voiceStates.keys()]) this.voiceStates.leave(id, userId)
    this.guilds.delete(id)
    this.announce({ kind: 'guild-removed', guild })
  }

  addMember(guildId: string, userId: string, options?: NewMember): APIGuildMember {
    const guild = this.guild(guildId)
    const member = newMember(this.user(userId), this.timestamp(), options)
    guild.members.set(userId, member)
    this.announce({ kind: 'member-added', guild, member })
    return member
  }

  member(guildId: string, userId: string): APIGuildMember {
    return found(this.guild(guildId).members.get(userId), 'Member')
  }

  updateMember(guildId: string, userId: string, changes: Partial<Omit<APIGuildMember, 'user'>>): APIGuildMember {
    const guild = this.guild(guildId)
    const member = { ...this.member(guildId, userId), ...changes }
    guild.members.set(userId, member)
    this.announce({ kind: 'member-updated', guild, member })
    this.voiceStates.refresh(guildId)
    return member
  }

  removeMember(guildId: string, userId: string): void {
    const guild = this.guild(guildId)
    const { user } = this.member(guildId, userId)
    this.voiceStates.leave(guildId, userId)
    this.announce({ kind: 'member-removed', guild, user })
    guild.members.delete(userId)
  }

  addRole(guildId: string, options: NewRole): APIRole {
    const guild = this.guild(guildId)
    const role = newRole(this.newId(), options)
    guild.roles.set(role.id, role)
    this.announce({ kind: 'role-added', guild, role })
    return role
  }

  updateRole(guildId: string, roleId: string, changes: Partial<Omit<APIRole, 'id'>>): APIRole {
    const guild = this.guild(guildId)
    const role = { ...found(guild.roles.get(roleId), 'Role'), ...changes }
    guild.roles.set(roleId, role)
    this.announce({ kind: 'role-updated', guild, role })
    this.voiceStates.refresh(guildId)
    return role
  }

  addChannel(guildId: string, options: NewChannel): GuildChannel {
    const guild = this.guild(guildId)
    const place = { id: this.newId(), guildId, position: guild.channels.size, createdAt: this.timestamp() }
    const channel = newChannel(place, options)
    guild.channels.set(channel.id, channel)
    this.announce({ kind: 'channel-added', guild, channel })
    return channel
  }

  channel(id: string): GuildChannel {
    return found(
      this.guilds
        .values()
        .find((guild) => guild.channels.has(id))
        ?.channels.get(id),
      'Channel',
    )
  }

  updateChannel(id: string, changes: ChannelChanges): void {
    const channel = this.channel(id)
    const guild = this.guild(channel.guild_id)
    const updated = Object.assign({ ...channel }, changes)
    guild.channels.set(id, updated)
    this.announce({ kind: 'channel-updated', guild, channel: updated })
    this.voiceStates.refresh(guild.id)
  }

  /** Whoever is in the channel leaves it. */
  removeChannel(id: string): void {
    const channel = this.channel(id)
    const guild = this.guild(channel.guild_id)
    guild.channels.delete(id)
    for (const { user_id } of this.voiceStates.inChannel(channel)) this.voiceStates.leave(guild.id, user_id)
    this.announce({ kind: 'channel-removed', guild, channel })
  }

  /** What a member may do in a channel now. */
  permissionsIn(channel: GuildChannel, userId: string): bigint {
    const guild = this.guild(channel.guild_id)
    const effective = { type: channel.type, permission_overwrites: overwritesOf(guild, channel) }
    return channelPermissions(guild, this.member(guild.id, userId), effective, this.clock.wall())
  }
}

function found<T>(value: T | undefined, what: Parameters<typeof unknown>[0]): T {
  if (value === undefined) throw unknown(what)
  return value
}
