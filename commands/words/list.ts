import type { ChatCommand, CommandContext } from '../../src/discord/command.ts'
import type { Reply } from '../../src/discord/reply.ts'
import type { Word } from '../../src/settings/types.ts'
import { type Whose, whoseList, whoseOption, wordsOf } from './whose.ts'

/** The longest word and its replacement have 300 characters: five of them fit into a message. */
const LONGEST_PAGE = 1_500

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
  const words = await wordsOf(whose, context)
  if (words.length === 0) return texts.noWords()
  const pages = pagesOf(words.map((word) => lineOf(word, context)))
  // Words may have gone since the list was shown.
  const shown = Math.min(number, pages.length - 1)
  return {
    text: [texts.wordsPage(shown + 1, pages.length, words.length), ...pages[shown]!].join('\n'),
    rows:
      pages.length === 1
        ? []
        : [
            {
              buttons: [
                { action: `${whose} ${shown - 1}`, label: texts.back(), disabled: shown === 0 },
                { action: `${whose} ${shown + 1}`, label: texts.next(), disabled: shown + 1 === pages.length },
              ],
            },
          ],
  }
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

/** As it was typed: patterns are full of what Discord takes for formatting. */
function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``
}

/** Lines that fit into one message, page by page. */
function pagesOf(lines: readonly string[]): string[][] {
  const pages: string[][] = []
  let room = 0
  for (const line of lines) {
    if (line.length + 1 > room) {
      pages.push([])
      room = LONGEST_PAGE
    }
    pages.at(-1)!.push(line)
    room -= line.length + 1
  }
  return pages
}
