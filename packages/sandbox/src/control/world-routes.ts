import type { World } from '@lector/loopback-discord'
import { type GuildChannel, isVoice } from '@lector/loopback-discord'
import { list, NO_CONTENT, oneOf, optional, type Route, type ValuesOf } from '@lector/loopback-discord/http'
import { OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10'
import type { ChannelView, WorldView } from '../views.ts'
import type { ControlledSandbox } from './controlled-sandbox.ts'
import type { Directory } from './directory.ts'
import { NO_FIELDS, route } from './route.ts'

const NAMES = Object.keys(PermissionFlagsBits) as (keyof typeof PermissionFlagsBits)[]
const PERMISSION = oneOf(NAMES, 'a permission, such as "Speak"')
const PERMISSIONS = {
  allow: optional(list(PERMISSION, 'the names of permissions')),
  deny: optional(list(PERMISSION, 'the names of permissions')),
}

/** The server's state, and permissions in channels. */
export function worldRoutes({ discord, fixture }: ControlledSandbox, directory: Directory): Route<undefined>[] {
  const { world } = discord
  return [
    route('GET', '/world', NO_FIELDS, (): WorldView => {
      const guild = world.guild(fixture.guild.id)
      return {
        guild: { id: guild.id, name: guild.name },
        bot: { id: fixture.bot.user.id, connected: isConnected(discord, fixture.bot.user.id) },
        people: [...guild.members.values()].map(({ user, nick }) => ({
          id: user.id,
          name: nick ?? user.global_name ?? user.username,
          bot: user.bot ?? false,
        })),
        channels: [...guild.channels.values()].map((channel) => channelView(world, channel)),
      }
    }),
    route('GET', '/commands', NO_FIELDS, () => [
      ...discord.commands.list({ applicationId: fixture.bot.user.id }),
      ...discord.commands.list({ applicationId: fixture.bot.user.id, guildId: fixture.guild.id }),
    ]),
    route('PUT', '/channels/:channel/permissions/:target', PERMISSIONS, ({ params, body }) => {
      const target = overwriteTarget(params.target, fixture.guild.id, directory)
      setOverwrite(world, directory.channel(params.channel), target, body)
      return NO_CONTENT
    }),
  ]
}

function isConnected({ gateway }: ControlledSandbox['discord'], userId: string): boolean {
  return [...gateway.connections].some(({ session }) => session?.userId === userId)
}

function channelView(world: World, channel: GuildChannel): ChannelView {
  const members = isVoice(channel) ? world.voiceStates.inChannel(channel) : []
  return {
    id: channel.id,
    type: channel.type,
    name: channel.name,
    parent: channel.parent_id ?? null,
    members: members.map(({ user_id, mute, deaf, self_mute, self_deaf, suppress }) => ({
      id: user_id,
      muted: mute || self_mute || suppress,
      deafened: deaf || self_deaf,
    })),
  }
}

/** `everyone` is the server's default role. */
function overwriteTarget(name: string, everyoneId: string, directory: Directory) {
  if (name === 'everyone') return { id: everyoneId, type: OverwriteType.Role }
  return { id: directory.person(name).id, type: OverwriteType.Member }
}

function setOverwrite(
  world: World,
  channel: GuildChannel,
  target: { readonly id: string; readonly type: OverwriteType },
  { allow = [], deny = [] }: ValuesOf<typeof PERMISSIONS>,
): void {
  const others = (channel.permission_overwrites ?? []).filter(({ id }) => id !== target.id)
  const overwrite = { ...target, allow: bitsOf(allow).toString(), deny: bitsOf(deny).toString() }
  world.updateChannel(channel.id, { permission_overwrites: [...others, overwrite] })
}

function bitsOf(names: readonly (keyof typeof PermissionFlagsBits)[]): bigint {
  return names.reduce((sum, name) => sum | PermissionFlagsBits[name], 0n)
}
