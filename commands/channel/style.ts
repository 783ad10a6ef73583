import { chooseStyle, MAX_STYLE_CHARACTERS, suggestStyles } from '../../src/interactions/choosing/styles.ts'
import type { ChatCommand } from '../../src/interactions/command.ts'
import { saveForChannel } from '../../src/interactions/saving.ts'

export const channelStyle = {
  kind: 'chat',
  path: 'channel style',
  options: [
    { name: 'style', kind: 'string', required: true, suggests: true, maxLength: MAX_STYLE_CHARACTERS },
    { name: 'channel', kind: 'channel', channels: 'text' },
  ],
  async run(context) {
    const { guild } = await context.settings()
    const style = chooseStyle(context.options.string('style') ?? '', guild.presets, context)
    return await saveForChannel(context.options.string('channel') ?? context.channelId, { style }, context)
  },
  suggest: (_option, typed, context) => suggestStyles(typed, context),
} satisfies ChatCommand
