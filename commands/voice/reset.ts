import type { ChatCommand } from '../../src/interactions/command.ts'
import { speechLines } from './show.ts'

/** The options, and the settings that they go back on. */
const SETTINGS = {
  voice: 'voice',
  style: 'style',
  language: 'language',
  speed: 'speed',
  'time-zone': 'timeZone',
} as const

export const voiceReset = {
  kind: 'chat',
  path: 'voice reset',
  options: [{ name: 'setting', kind: 'string', choices: Object.keys(SETTINGS) }],
  async run(context) {
    const { services, guildId, userId, options, texts } = context
    const only = options.string('setting')
    const settings = Object.entries(SETTINGS).filter(([option]) => only === undefined || option === only)
    const patch = Object.fromEntries(settings.map(([, setting]) => [setting, null]))
    await services.settings.members.update(guildId, userId, patch)
    return [texts.settings.resetForYou(), ...(await speechLines(context))].join('\n')
  },
} satisfies ChatCommand
