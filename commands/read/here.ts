import { callerSession } from '../../src/interactions/caller-session.ts'
import type { ChatCommand } from '../../src/interactions/command.ts'
import { LectorError } from '../../src/kernel/errors.ts'

export const here = {
  kind: 'chat',
  path: 'read here',
  options: [{ name: 'voice', kind: 'channel', channels: 'voice' }],

  async run(context) {
    const { guildId, channelId, callerChannel, options, services, texts } = context
    const voice = options.string('voice') ?? callerChannel?.id
    if (voice === undefined) {
      throw new LectorError('voice.caller-not-in-channel', {}, 'Cannot read here: the caller is in no voice channel')
    }
    const channel = `<#${channelId}>`
    if (!context.seesChannel) {
      const message = `Cannot read text channel ${channelId}: missing permission ViewChannel`
      throw new LectorError('voice.missing-permission', { permission: 'ViewChannel', channel }, message)
    }
    await services.settings.guilds.setReadChannel(guildId, channelId, voice)
    if (voice !== callerChannel?.id) return texts.reading.willReadHere(channel, context.listenersIn(voice).name)
    const { joined, place } = callerSession(context)
    await joined
    return texts.reading.readingHere(channel, place.name)
  },
} satisfies ChatCommand
