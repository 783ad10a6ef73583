import type { ChatCommand } from '../../src/interactions/command.ts'
import { ownerToChange, whoseOption } from './whose.ts'

export const wordsAdd = {
  kind: 'chat',
  path: 'words add',
  options: [
    { name: 'written', kind: 'string', required: true },
    { name: 'spoken', kind: 'string' },
    whoseOption,
    { name: 'regex', kind: 'boolean' },
    { name: 'whole-word', kind: 'boolean' },
    { name: 'match-case', kind: 'boolean' },
  ],
  async run(context) {
    const { options, services, texts } = context
    const pattern = options.string('written') ?? ''
    const replacement = options.string('spoken') ?? ''
    await services.settings.words.put(ownerToChange(context), {
      kind: options.boolean('regex') ? 'regex' : 'literal',
      pattern,
      replacement,
      wholeWord: options.boolean('whole-word') ?? true,
      matchCase: options.boolean('match-case') ?? false,
    })
    return replacement === '' ? texts.settings.wordSilent(pattern) : texts.settings.wordKept(pattern, replacement)
  },
} satisfies ChatCommand
