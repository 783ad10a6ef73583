import { chooseLanguage, suggestTextLanguages } from '../../src/discord/choosing/languages.ts'
import type { ChatCommand } from '../../src/discord/command.ts'
import { saveForServer } from '../../src/discord/saving.ts'

export const serverLanguage = {
  kind: 'chat',
  path: 'server language',
  options: [{ name: 'language', kind: 'string', required: true, suggests: true }],
  async run(context) {
    const language = chooseLanguage(context.options.string('language') ?? '', context)
    return await saveForServer({ language }, context)
  },
  suggest: (_option, typed, context) => suggestTextLanguages(typed, context),
} satisfies ChatCommand
