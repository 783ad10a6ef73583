import { chooseLanguage, suggestTextLanguages } from '../../src/interactions/choosing/languages.ts'
import type { ChatCommand } from '../../src/interactions/command.ts'
import { saveForServer } from '../../src/interactions/saving.ts'

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
