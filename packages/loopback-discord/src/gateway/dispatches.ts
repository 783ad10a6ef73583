import type { APIGuildMember, APIMessage, GatewayDispatchPayload } from 'discord-api-types/v10'
import { GatewayDispatchEvents, GatewayIntentBits, PermissionFlagsBits } from 'discord-api-types/v10'
import { guildCreate } from '../guild-payload.ts'
import { has } from '../permissions.ts'
import type { WorldChange } from '../world/changes.ts'
import { type Guild, type GuildChannel, isThread } from '../world/guild.ts'
import type { World } from '../world/world.ts'

/** A dispatch before the session numbers it. */
export type Dispatch = Pick<GatewayDispatchPayload, 't' | 'd'>

/** Who is being told. */
export interface Audience {
  readonly userId: string
  readonly intents: number
}

/** What a session is told of a change, if anything: that depends on its intents and on what its bot may see. */
export function dispatchOf(world: World, change: WorldChange, audience: Audience): Dispatch | undefined {
  if (!allows(audience, intentFor(change, audience))) return undefined
  const { guild } = change
  switch (change.kind) {
    case 'guild-added':
      return dispatch(GatewayDispatchEvents.GuildCreate, guildCreate(guild, audience.userId, audience.intents))
    case 'guild-removed':
      return dispatch(GatewayDispatchEvents.GuildDelete, { id: guild.id })
    case 'role-added':
      return dispatch(GatewayDispatchEvents.GuildRoleCreate, { guild_id: guild.id, role: change.role })
    case 'role-updated':
      return dispatch(GatewayDispatchEvents.GuildRoleUpdate, { guild_id: guild.id, role: change.role })
    case 'channel-added':
    case 'channel-updated':
    case 'channel-removed':
      return channelDispatch(change.kind, change.channel)
    case 'member-added':
      return memberAdded(guild, change.member, audience)
    case 'member-updated':
      return memberUpdated(guild, change.member)
    case 'member-removed':
      return memberRemoved(guild, change.user.id === audience.userId, change.user)
    case 'message-created':
    case 'message-updated':
    case 'message-deleted':
      return sees(world, change.message.channel_id, audience) ? messageDispatch(change, audience) : undefined
    case 'typing':
      return sees(world, change.channelId, audience) ? typing(world, change) : undefined
    case 'voice-state': {
      const member = guild.members.get(change.after.user_id)
      return dispatch(GatewayDispatchEvents.VoiceStateUpdate, { ...change.after, ...(member && { member }) })
    }
  }
}

/** https://discord.com/developers/docs/events/gateway#list-of-intents; a bot is always told of its own membership. */
function intentFor(change: WorldChange, { userId }: Audience): number {
  switch (change.kind) {
    case 'member-added':
    case 'member-updated':
      return change.member.user.id === userId ? GatewayIntentBits.Guilds : GatewayIntentBits.GuildMembers
    case 'member-removed':
      return change.user.id === userId ? GatewayIntentBits.Guilds : GatewayIntentBits.GuildMembers
    case 'message-created':
    case 'message-updated':
    case 'message-deleted':
      return GatewayIntentBits.GuildMessages
    case 'typing':
      return GatewayIntentBits.GuildMessageTyping
    case 'voice-state':
      return GatewayIntentBits.GuildVoiceStates
    default:
      return GatewayIntentBits.Guilds
  }
}

function allows({ intents }: Audience, intent: number): boolean {
  return (intents & intent) !== 0
}

function sees(world: World, channelId: string, { userId }: Audience): boolean {
  return has(world.permissionsIn(world.channel(channelId), userId), PermissionFlagsBits.ViewChannel)
}

const CHANNEL_EVENTS = {
  'channel-added': [GatewayDispatchEvents.ChannelCreate, GatewayDispatchEvents.ThreadCreate],
  'channel-updated': [GatewayDispatchEvents.ChannelUpdate, GatewayDispatchEvents.ThreadUpdate],
  'channel-removed': [GatewayDispatchEvents.ChannelDelete, GatewayDispatchEvents.ThreadDelete],
} as const

function channelDispatch(kind: keyof typeof CHANNEL_EVENTS, channel: GuildChannel): Dispatch {
  const [ofChannel, ofThread] = CHANNEL_EVENTS[kind]
  return dispatch(isThread(channel) ? ofThread : ofChannel, channel)
}

/** A bot that is added to a guild is shown the guild, and one that is removed loses it. */
function memberAdded(guild: Guild, member: APIGuildMember, { userId, intents }: Audience): Dispatch {
  if (member.user.id === userId) return dispatch(GatewayDispatchEvents.GuildCreate, guildCreate(guild, userId, intents))
  return dispatch(GatewayDispatchEvents.GuildMemberAdd, { guild_id: guild.id, ...member })
}

function memberUpdated(guild: Guild, member: APIGuildMember): Dispatch {
  const { avatar = null, banner = null } = member
  return dispatch(GatewayDispatchEvents.GuildMemberUpdate, { ...member, guild_id: guild.id, avatar, banner })
}

function memberRemoved({ id }: Guild, isSelf: boolean, user: APIGuildMember['user']): Dispatch {
  if (isSelf) return dispatch(GatewayDispatchEvents.GuildDelete, { id })
  return dispatch(GatewayDispatchEvents.GuildMemberRemove, { guild_id: id, user })
}

function messageDispatch(change: Extract<WorldChange, { message: APIMessage }>, audience: Audience): Dispatch {
  const { guild, message } = change
  if (change.kind === 'message-deleted') {
    const { id, channel_id } = message
    return dispatch(GatewayDispatchEvents.MessageDelete, { id, channel_id, guild_id: guild.id })
  }
  const author = guild.members.get(message.author.id)
  const event =
    change.kind === 'message-created' ? GatewayDispatchEvents.MessageCreate : GatewayDispatchEvents.MessageUpdate
  return dispatch(event, {
    ...(mayRead(message, audience) ? message : blank(message)),
    guild_id: guild.id,
    ...(author && { member: withoutUser(author) }),
  })
}

/** The content of a message goes to those with the intent, its author and those it mentions. */
function mayRead(message: APIMessage, audience: Audience): boolean {
  return (
    allows(audience, GatewayIntentBits.MessageContent) ||
    message.author.id === audience.userId ||
    message.mentions.some(({ id }) => id === audience.userId)
  )
}

function blank({ poll, ...message }: APIMessage): APIMessage {
  return { ...message, content: '', embeds: [], attachments: [], components: [] }
}

function typing(world: World, { guild, channelId, userId }: Extract<WorldChange, { kind: 'typing' }>): Dispatch {
  return dispatch(GatewayDispatchEvents.TypingStart, {
    guild_id: guild.id,
    channel_id: channelId,
    user_id: userId,
    member: world.member(guild.id, userId),
    timestamp: Math.floor(world.clock.wall() / 1000),
  })
}

function withoutUser({ user, ...member }: APIGuildMember): Omit<APIGuildMember, 'user'> {
  return member
}

/** A name and its data, which the union of all dispatches says belong together. */
export function dispatch<T extends Dispatch['t']>(t: T, d: Extract<GatewayDispatchPayload, { t: T }>['d']): Dispatch {
  return { t, d } as Dispatch
}
