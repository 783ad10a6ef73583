import type { ChatCommand } from '../../src/interactions/command.ts'

export const nicknameReset = {
  kind: 'chat',
  path: 'nickname reset',
  async run({ services, guildId, userId, texts }) {
    await services.settings.members.update(guildId, userId, { name: null })
    return texts.settings.unnamed()
  },
} satisfies ChatCommand
