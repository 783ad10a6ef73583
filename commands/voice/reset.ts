import type { ChatCommand } from '../../src/interactions/command.ts'
import { speechLines } from './show.ts'

const SETTINGS = ['voice', 'style', 'language', 'speed'] as const

export const voiceReset = {
  kind: 'chat',
  path: 'voice reset',
  options: [{ name: 'setting', kind: 'string', choices: SETTINGS }],
  async run(context) {
    const { services, guildId, userId, options, texts } = context
    const only = options.string('setting')
    const settings = SETTINGS.filter((setting) => only === undefined || setting === only)
    const patch = Object.fromEntries(settings.map((setting) => [setting, null]))
    await services.settings.members.update(guildId, userId, patch)
    return [texts.settings.resetForYou(), ...(await speechLines(context))].join('\n')
  },
} satisfies ChatCommand
