import type { ChatCommand } from '../../src/interactions/command.ts'

export const optoutHere = {
  kind: 'chat',
  path: 'optout here',
  async run({ services, guildId, userId, texts }) {
    await services.settings.members.setOptOut(userId, { guild: guildId }, true)
    return texts.settings.optedOutHere()
  },
} satisfies ChatCommand
