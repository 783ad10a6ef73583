import type { ChatCommand } from '../../src/interactions/command.ts'
import { ownerToChange, whoseList, whoseOption, wordsOf } from './whose.ts'

/** Discord's limit for the name and value of a choice. */
const MAX_CHOICE = 100

export const wordsRemove = {
  kind: 'chat',
  path: 'words remove',
  options: [{ name: 'written', kind: 'string', required: true, suggests: true }, whoseOption],
  async run(context) {
    const { options, services, texts } = context
    const owner = ownerToChange(context)
    const pattern = options.string('written') ?? ''
    // The same text may exist as both kinds; people see one word.
    const found = wordsOf(whoseList(context), await context.settings()).filter((word) => word.pattern === pattern)
    for (const word of found) await services.settings.words.remove(owner, word)
    return found.length > 0 ? texts.settings.wordRemoved(pattern) : texts.settings.wordMissing(pattern)
  },
  async suggest(_option, typed, context) {
    const wanted = typed.trim().toLowerCase()
    const all = wordsOf(whoseList(context), await context.settings())
    const patterns = new Set(all.map(({ pattern }) => pattern).filter(({ length }) => length <= MAX_CHOICE))
    return [...patterns]
      .filter((pattern) => pattern.toLowerCase().includes(wanted))
      .map((pattern) => ({ name: pattern, value: pattern }))
  },
} satisfies ChatCommand
