import type { ChatCommand } from '../../src/discord/command.ts'

export const list = {
  kind: 'chat',
  path: 'read list',
  async run({ guildId, services, texts: { reading } }) {
    const { readChannels } = await services.settings.guilds.read(guildId)
    if (readChannels.size === 0) return reading.emptyList()
    const lines = Array.from(readChannels, ([channel, voice]) => `- ${reading.listed(`<#${channel}>`, `<#${voice}>`)}`)
    return [reading.list(), ...lines].join('\n')
  },
} satisfies ChatCommand
