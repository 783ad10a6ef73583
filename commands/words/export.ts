import type { ChatCommand } from '../../src/interactions/command.ts'
import { formatWords } from '../../src/settings/words-format.ts'
import { whoseList, whoseOption, wordsOf } from './whose.ts'

export const wordsExport = {
  kind: 'chat',
  path: 'words export',
  options: [{ name: 'format', kind: 'string', choices: ['csv', 'json'] }, whoseOption],
  async run(context) {
    const words = wordsOf(whoseList(context), await context.settings())
    if (words.length === 0) return context.texts.settings.noWords()
    const format = context.options.string('format') === 'json' ? 'json' : 'csv'
    return {
      text: context.texts.settings.wordsExported(words.length),
      files: [{ name: `words.${format}`, data: Buffer.from(formatWords(words, format)) }],
    }
  },
} satisfies ChatCommand
