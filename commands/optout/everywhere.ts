import type { ChatCommand } from '../../src/interactions/command.ts'

export const optoutEverywhere = {
  kind: 'chat',
  path: 'optout everywhere',
  async run({ services, userId, texts }) {
    await services.settings.members.setOptOut(userId, 'everywhere', true)
    return texts.settings.optedOutEverywhere()
  },
} satisfies ChatCommand
