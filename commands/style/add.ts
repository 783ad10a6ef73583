import { checkStyle, MAX_STYLE_CHARACTERS } from '../../src/interactions/choosing/styles.ts'
import type { ChatCommand } from '../../src/interactions/command.ts'

export const styleAdd = {
  kind: 'chat',
  path: 'style add',
  needs: 'manage-server',
  options: [
    { name: 'name', kind: 'string', required: true },
    { name: 'style', kind: 'string', required: true, maxLength: MAX_STYLE_CHARACTERS },
  ],
  async run(context) {
    const { services, guildId, options, texts } = context
    const name = options.string('name') ?? ''
    const style = options.string('style') ?? ''
    checkStyle(style, context)
    await services.settings.guilds.setPreset(guildId, name, style)
    return texts.settings.presetAdded(name)
  },
} satisfies ChatCommand
