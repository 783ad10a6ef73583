import type { APIUser } from 'discord-api-types/v10'
import { PermissionFlagsBits } from 'discord-api-types/v10'
import { DiscordError, missingPermissions, unknown } from '../errors.ts'
import { guildObject } from '../guild-payload.ts'
import { NO_CONTENT, type Route, route } from '../http/router.ts'
import { has } from '../permissions.ts'
import { type Guild, isThread } from '../world/guild.ts'
import type { World } from '../world/world.ts'

interface OwnVoiceState {
  readonly channel_id?: string
  readonly suppress?: boolean
  readonly request_to_speak_timestamp?: string | null
}

export function guildRoutes(world: World): Route<APIUser>[] {
  return [
    route('GET', '/guilds/:guild', ({ params, caller }) => guildObject(visible(world, params.guild, caller))),
    route('GET', '/guilds/:guild/channels', ({ params, caller }) =>
      [...visible(world, params.guild, caller).channels.values()].filter((channel) => !isThread(channel)),
    ),
    route('GET', '/guilds/:guild/roles', ({ params, caller }) => [
      ...visible(world, params.guild, caller).roles.values(),
    ]),
    route('GET', '/guilds/:guild/members/:user', ({ params, caller }) =>
      world.member(visible(world, params.guild, caller).id, params.user),
    ),
    route('GET', '/guilds/:guild/voice-states/:user', ({ params, caller }) => {
      const { id } = visible(world, params.guild, caller)
      return world.voiceStates.require(id, params.user === '@me' ? caller.id : params.user)
    }),
    route('PATCH', '/guilds/:guild/voice-states/@me', ({ params, caller, body }) => {
      changeOwnState(world, visible(world, params.guild, caller), caller.id, (body ?? {}) as OwnVoiceState)
      return NO_CONTENT
    }),
  ]
}

/** A guild the bot is not in does not exist for it. */
function visible(world: World, guildId: string, caller: APIUser): Guild {
  const guild = world.guild(guildId)
  if (!guild.members.has(caller.id)) throw unknown('Guild')
  return guild
}

/** https://discord.com/developers/docs/resources/voice#modify-current-user-voice-state */
function changeOwnState(world: World, guild: Guild, userId: string, changes: OwnVoiceState): void {
  const state = world.voiceStates.require(guild.id, userId)
  if (changes.channel_id !== undefined && changes.channel_id !== state.channel_id) throw notInThatChannel()
  const permissions = world.permissionsIn(world.channel(state.channel_id ?? ''), userId)
  const { suppress, request_to_speak_timestamp } = changes
  if (suppress === false && !has(permissions, PermissionFlagsBits.MuteMembers)) throw missingPermissions()
  if (request_to_speak_timestamp && !has(permissions, PermissionFlagsBits.RequestToSpeak)) throw missingPermissions()
  world.voiceStates.update(guild.id, userId, {
    ...(suppress !== undefined && { suppress }),
    ...(request_to_speak_timestamp !== undefined && { request_to_speak_timestamp }),
    ...(suppress === false && { request_to_speak_timestamp: null }),
  })
}

function notInThatChannel(): DiscordError {
  return new DiscordError(400, 50_035, 'Invalid Form Body\nchannel_id[INVALID]: The user is not in that channel.')
}
