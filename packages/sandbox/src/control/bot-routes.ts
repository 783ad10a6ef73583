import { UsageError } from '@lector/loopback-discord'
import { NO_CONTENT, optional, type Route, text, yesOrNo } from '@lector/loopback-discord/http'
import type { ControlledSandbox } from './controlled-sandbox.ts'
import type { Directory } from './directory.ts'
import { NO_FIELDS, route } from './route.ts'

/** Moderation of the bot. */
export function botRoutes({ discord, fixture }: ControlledSandbox, directory: Directory): Route<undefined>[] {
  const { world, switchboard } = discord
  const botId = fixture.bot.user.id
  const guildId = fixture.guild.id
  const requirePresence = () => {
    if (!world.voiceStates.get(guildId, botId)) throw new UsageError('The bot is in no voice channel.', 404)
  }
  return [
    route('PUT', '/bot/voice', { channel: text('a voice channel, by name or id') }, ({ body }) => {
      const { id } = directory.channel(body.channel)
      requirePresence()
      switchboard.move(guildId, botId, id)
      return NO_CONTENT
    }),
    route('DELETE', '/bot/voice', NO_FIELDS, () => {
      requirePresence()
      world.voiceStates.leave(guildId, botId)
      return NO_CONTENT
    }),
    route('PATCH', '/bot/voice', MUTING, ({ body }) => {
      if (Object.keys(body).length === 0) throw new UsageError('One of "mute" and "deaf" must be given.')
      world.voiceStates.setServerMute(guildId, botId, body)
      return NO_CONTENT
    }),
  ]
}

const MUTING = {
  mute: optional(yesOrNo('whether nobody shall hear it')),
  deaf: optional(yesOrNo('whether it shall hear nobody')),
}
