import { chooseLanguage, suggestTextLanguages } from '../../src/discord/choosing/languages.ts'
import type { ChatCommand } from '../../src/discord/command.ts'
import { saveForMember } from '../../src/discord/saving.ts'

export const voiceLanguage = {
  kind: 'chat',
  path: 'voice language',
  options: [{ name: 'language', kind: 'string', required: true, suggests: true }],
  async run(context) {
    const language = chooseLanguage(context.options.string('language') ?? '', context)
    return await saveForMember({ language }, context)
  },
  suggest: (_option, typed, context) => suggestTextLanguages(typed, context),
} satisfies ChatCommand
