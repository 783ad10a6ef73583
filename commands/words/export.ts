import type { ChatCommand } from '../../src/interactions/command.ts'
import { formatWords, wordsTemplate } from '../../src/settings/words-format.ts'
import { whoseList, whoseOption, wordsOf } from './whose.ts'

export const wordsExport = {
  kind: 'chat',
  path: 'words export',
  options: [{ name: 'format', kind: 'string', choices: ['csv', 'json'] }, whoseOption],
  async run(context) {
    const words = wordsOf(whoseList(context), await context.settings())
    const format = context.options.string('format') === 'json' ? 'json' : 'csv'
    const file = (text: string) => [{ name: `words.${format}`, data: Buffer.from(text) }]
    const { settings } = context.texts
    if (words.length === 0) return { text: settings.wordsTemplate(), files: file(wordsTemplate(format)) }
    return {
      text: settings.wordsExported(words.length),
      files: file(formatWords(words, format)),
    }
  },
} satisfies ChatCommand
