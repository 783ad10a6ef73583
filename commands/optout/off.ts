import type { ChatCommand } from '../../src/interactions/command.ts'

export const optoutOff = {
  kind: 'chat',
  path: 'optout off',
  async run({ services, guildId, userId, texts }) {
    const { members } = services.settings
    await members.setOptOut(userId, { guild: guildId }, false)
    await members.setOptOut(userId, 'everywhere', false)
    return texts.settings.optedIn()
  },
} satisfies ChatCommand
