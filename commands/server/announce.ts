import { suggestLanguages } from '../../src/i18n/language-names.ts'
import { chooseOwnLanguage } from '../../src/interactions/choosing/languages.ts'
import type { ChatCommand } from '../../src/interactions/command.ts'
import type { GuildValues } from '../../src/settings/types.ts'
import { saveGiven } from './save-given.ts'
import { serverShow } from './show.ts'

export const serverAnnounce = {
  kind: 'chat',
  path: 'server announce',
  options: [
    { name: 'names', kind: 'string', choices: ['never', 'change', 'always'] },
    { name: 'language', kind: 'string', suggests: true },
    { name: 'joins', kind: 'boolean' },
    { name: 'leaves', kind: 'boolean' },
  ],
  async run(context) {
    const { options } = context
    const language = options.string('language')
    return await saveGiven(
      {
        announceNames: options.string('names') as GuildValues['announceNames'] | undefined,
        announceLanguage: language === undefined ? undefined : chooseOwnLanguage(language, context),
        announceJoins: options.boolean('joins'),
        announceLeaves: options.boolean('leaves'),
      },
      context,
    )
  },
  press: serverShow.press,
  suggest: (_option, typed, { language }) => suggestLanguages(typed, language),
} satisfies ChatCommand
