import type { ChatCommand } from '../../src/interactions/command.ts'

export const stop = {
  kind: 'chat',
  path: 'read stop',
  options: [{ name: 'channel', kind: 'channel', channels: 'text' }],

  async run({ guildId, channelId, options, services, settings, texts }) {
    const channel = options.string('channel') ?? channelId
    const { readChannels } = (await settings()).guild
    if (!readChannels.has(channel)) return texts.reading.notRead(`<#${channel}>`)
    await services.settings.guilds.setReadChannel(guildId, channel, null)
    await services.reader.silenceChannel(guildId, channel)
    return texts.reading.notReadAnyMore(`<#${channel}>`)
  },
} satisfies ChatCommand
