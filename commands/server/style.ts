import { chooseStyle, MAX_STYLE_CHARACTERS, suggestStyles } from '../../src/interactions/choosing/styles.ts'
import type { ChatCommand } from '../../src/interactions/command.ts'
import { saveForServer } from '../../src/interactions/saving.ts'

export const serverStyle = {
  kind: 'chat',
  path: 'server style',
  options: [{ name: 'style', kind: 'string', required: true, suggests: true, maxLength: MAX_STYLE_CHARACTERS }],
  async run(context) {
    const { guild } = await context.settings()
    const style = chooseStyle(context.options.string('style') ?? '', guild.presets, context)
    return await saveForServer({ style }, context)
  },
  suggest: (_option, typed, context) => suggestStyles(typed, context),
} satisfies ChatCommand
