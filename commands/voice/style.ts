import { chooseStyle, MAX_STYLE_CHARACTERS, suggestStyles } from '../../src/interactions/choosing/styles.ts'
import type { ChatCommand } from '../../src/interactions/command.ts'
import { saveForMember } from '../../src/interactions/saving.ts'

export const voiceStyle = {
  kind: 'chat',
  path: 'voice style',
  options: [{ name: 'style', kind: 'string', required: true, suggests: true, maxLength: MAX_STYLE_CHARACTERS }],
  async run(context) {
    const { guild } = await context.settings()
    const style = chooseStyle(context.options.string('style') ?? '', guild.presets, context)
    return await saveForMember({ style }, context)
  },
  suggest: (_option, typed, context) => suggestStyles(typed, context),
} satisfies ChatCommand
