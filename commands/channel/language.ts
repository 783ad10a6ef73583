import { chooseLanguage, suggestTextLanguages } from '../../src/interactions/choosing/languages.ts'
import type { ChatCommand } from '../../src/interactions/command.ts'
import { saveForChannel } from '../../src/interactions/saving.ts'

export const channelLanguage = {
  kind: 'chat',
  path: 'channel language',
  options: [
    { name: 'language', kind: 'string', required: true, suggests: true },
    { name: 'channel', kind: 'channel', channels: 'text' },
  ],
  async run(context) {
    const language = chooseLanguage(context.options.string('language') ?? '', context)
    return await saveForChannel(context.options.string('channel') ?? context.channelId, { language }, context)
  },
  suggest: (_option, typed, context) => suggestTextLanguages(typed, context),
} satisfies ChatCommand
