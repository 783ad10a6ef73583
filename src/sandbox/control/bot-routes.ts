import { NO_CONTENT, type Route, route } from '../http/router.ts'
import type { ControlledSandbox } from './control-server.ts'
import type { Directory } from './directory.ts'

/** What moderators do to the bot. */
export function botRoutes({ discord, harbour }: ControlledSandbox, directory: Directory): Route<undefined>[] {
  const { world, switchboard } = discord
  const botId = harbour.bot.user.id
  const guildId = harbour.guild.id
  return [
    route('PUT', '/bot/voice', ({ body }) => {
      const { channel } = body as { readonly channel: string }
      switchboard.move(guildId, botId, directory.channel(channel).id)
      return NO_CONTENT
    }),
    route('DELETE', '/bot/voice', () => {
      world.voiceStates.require(guildId, botId)
      world.voiceStates.leave(guildId, botId)
      return NO_CONTENT
    }),
    route('PATCH', '/bot/voice', ({ body }) => {
      const { mute, deaf } = body as { readonly mute?: boolean; readonly deaf?: boolean }
      const changes = { ...(mute !== undefined && { mute }), ...(deaf !== undefined && { deaf }) }
      world.voiceStates.setServerMute(guildId, botId, changes)
      return NO_CONTENT
    }),
  ]
}
