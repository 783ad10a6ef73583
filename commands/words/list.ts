import type { ChatCommand, CommandContext } from '../../src/interactions/command.ts'
import { pageOf } from '../../src/interactions/pages.ts'
import type { Reply } from '../../src/interactions/reply.ts'
import type { Word } from '../../src/settings/types.ts'
import { type Whose, whoseList, whoseOption, wordsOf } from './whose.ts'

export const wordsList = {
  kind: 'chat',
  path: 'words list',
  options: [whoseOption],
  run: (context) => page(whoseList(context), 0, context),
  press(action, _values, context) {
    const [whose, number] = action.split(' ')
    return page(whose === 'server' ? 'server' : 'me', Number(number), context)
  },
} satisfies ChatCommand

async function page(whose: Whose, number: number, context: CommandContext): Promise<Reply> {
  const texts = context.texts.settings
  const words = wordsOf(whose, await context.settings())
  if (words.length === 0) return texts.noWords()
  const lines = words.map((word) => lineOf(word, context))
  const heading = (page: number, pages: number) => texts.wordsPage(page, pages, words.length)
  return pageOf(lines, { number, heading, action: (other) => `${whose} ${other}` }, context)
}

function lineOf({ kind, pattern, replacement, wholeWord, matchCase }: Word, { texts }: CommandContext): string {
  const { values } = texts.settings
  const marks = [
    ...(kind === 'regex' ? [values.regex] : []),
    ...(wholeWord ? [values.wholeWord] : []),
    ...(matchCase ? [values.matchCase] : []),
  ]
  return `- ${code(pattern)} → ${replacement === '' ? '∅' : code(replacement)}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`
}

/** As typed: patterns are full of characters that Discord formats. */
function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``
}
