import type { APIMessage, APIUser } from 'discord-api-types/v10'
import { PermissionFlagsBits, RESTJSONErrorCodes } from 'discord-api-types/v10'
import { DiscordError, missingAccess, missingPermissions, notFound, unknown } from '../errors.ts'
import { Answer, NO_CONTENT, type Route, route } from '../http/router.ts'
import { messageEdit, newMessage } from '../message-body.ts'
import { has } from '../permissions.ts'
import { type GuildChannel, isThread } from '../world/guild.ts'
import type { World } from '../world/world.ts'

const MESSAGES = '/channels/:channel/messages'
const MESSAGE = '/channels/:channel/messages/:message'
const DEFAULT_PAGE = 50

export function channelRoutes(world: World): Route<APIUser>[] {
  return [
    route('GET', '/channels/:channel', ({ params, caller }) => visible(world, params.channel, caller)),
    route('POST', '/channels/:channel/typing', ({ params, caller }) => {
      const channel = visible(world, params.channel, caller)
      const guild = world.guild(channel.guild_id)
      world.announce({ kind: 'typing', guild, channelId: channel.id, userId: caller.id })
      return NO_CONTENT
    }),
    route('GET', MESSAGES, ({ params, caller, query }) => {
      readable(world, params.channel, caller)
      const limit = Number(query.get('limit') ?? DEFAULT_PAGE)
      return page(world.messages.list(params.channel), limit, query.get('after')).reverse()
    }),
    route('POST', MESSAGES, ({ params, caller, body, files }) => {
      writable(world, params.channel, caller, files.length > 0)
      return world.messages.create(params.channel, caller.id, newMessage(body, files))
    }),
    route('GET', MESSAGE, ({ params, caller }) => {
      readable(world, params.channel, caller)
      return world.messages.get(params.channel, params.message)
    }),
    route('PATCH', MESSAGE, ({ params, caller, body, files }) => {
      visible(world, params.channel, caller)
      const message = world.messages.get(params.channel, params.message)
      if (message.author.id !== caller.id) throw someoneElses()
      return world.messages.edit(params.channel, params.message, messageEdit(body, files, message))
    }),
    route('DELETE', MESSAGE, ({ params, caller }) => {
      const channel = visible(world, params.channel, caller)
      const message = world.messages.get(params.channel, params.message)
      const isModerator = has(world.permissionsIn(channel, caller.id), PermissionFlagsBits.ManageMessages)
      if (message.author.id !== caller.id && !isModerator) throw missingPermissions()
      world.messages.delete(params.channel, params.message)
      return NO_CONTENT
    }),
    route('PUT', `${MESSAGE}/reactions/:emoji/@me`, ({ params, caller }) => {
      readable(world, params.channel, caller)
      const channel = visible(world, params.channel, caller)
      if (!has(world.permissionsIn(channel, caller.id), PermissionFlagsBits.AddReactions)) throw missingPermissions()
      world.messages.react(params.channel, params.message, caller.id, decodeURIComponent(params.emoji))
      return NO_CONTENT
    }),
  ]
}

/** The latest messages, or the first ones after an id. */
function page(messages: APIMessage[], limit: number, after: string | null): APIMessage[] {
  if (after === null) return messages.slice(-limit)
  return messages.filter(({ id }) => BigInt(id) > BigInt(after)).slice(0, limit)
}

/** The files of messages, as Discord's content delivery serves them: to whoever has the address. */
export function attachmentRoutes(world: World): Route<undefined>[] {
  return [
    route('GET', '/attachments/:channel/:attachment/:name', ({ params }) => {
      const file = world.messages.file(params.attachment)
      if (!file) throw notFound()
      return new Answer(200, file.data, { 'content-type': file.contentType })
    }),
  ]
}

/** @throws DiscordError 10003 for channels of other guilds, 50001 for hidden ones */
function visible(world: World, channelId: string, caller: APIUser): GuildChannel {
  const channel = world.channel(channelId)
  if (!world.guild(channel.guild_id).members.has(caller.id)) throw unknown('Channel')
  if (!has(world.permissionsIn(channel, caller.id), PermissionFlagsBits.ViewChannel)) throw missingAccess()
  return channel
}

function readable(world: World, channelId: string, caller: APIUser): void {
  const channel = visible(world, channelId, caller)
  const permissions = world.permissionsIn(channel, caller.id)
  if (!has(permissions, PermissionFlagsBits.ReadMessageHistory)) throw missingAccess()
}

function writable(world: World, channelId: string, caller: APIUser, withFiles: boolean): void {
  const channel = visible(world, channelId, caller)
  const sending = isThread(channel) ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages
  const needed = sending | (withFiles ? PermissionFlagsBits.AttachFiles : 0n)
  if (!has(world.permissionsIn(channel, caller.id), needed)) throw missingPermissions()
}

function someoneElses(): DiscordError {
  return new DiscordError(
    403,
    RESTJSONErrorCodes.CannotEditMessageAuthoredByAnotherUser,
    'Cannot edit a message authored by another user',
  )
}
