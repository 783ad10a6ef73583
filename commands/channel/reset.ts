import type { ChatCommand } from '../../src/interactions/command.ts'

export const channelReset = {
  kind: 'chat',
  path: 'channel reset',
  options: [{ name: 'channel', kind: 'channel', channels: 'text' }],
  async run({ services, guildId, channelId, options, texts }) {
    const channel = options.string('channel') ?? channelId
    await services.settings.guilds.updateChannel(guildId, channel, { voice: null, style: null, language: null })
    return texts.settings.resetForChannel(`<#${channel}>`)
  },
} satisfies ChatCommand
