import type { ChatCommand } from '../../src/interactions/command.ts'

export const nicknameSet = {
  kind: 'chat',
  path: 'nickname set',
  options: [{ name: 'name', kind: 'string', required: true }],
  async run({ services, guildId, userId, options, texts }) {
    const name = options.string('name') ?? ''
    await services.settings.members.update(guildId, userId, { name })
    return texts.settings.named(name)
  },
} satisfies ChatCommand
