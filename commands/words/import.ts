import { changedSettings } from '../../src/interactions/changed-settings.ts'
import type { ChatCommand } from '../../src/interactions/command.ts'
import { COUNT_LIMITS } from '../../src/settings/limits.ts'
import { parseWords } from '../../src/settings/words-format.ts'
import { ownerToChange, whoseList, whoseOption, wordsOf } from './whose.ts'

export const wordsImport = {
  kind: 'chat',
  path: 'words import',
  options: [{ name: 'file', kind: 'attachment', required: true }, whoseOption, { name: 'replace', kind: 'boolean' }],
  async run(context) {
    const { options, services, texts } = context
    const owner = ownerToChange(context)
    const file = options.file('file')!
    const text = await services.readAttachment(file)
    const format = file.name.toLowerCase().endsWith('.json') ? 'json' : 'csv'
    const added = await parseWords(
      text,
      format,
      owner.user === undefined ? COUNT_LIMITS.guildWords : COUNT_LIMITS.memberWords,
    )
    const kept = options.boolean('replace') ? [] : wordsOf(whoseList(context), await context.settings())
    // Of two words with the same pattern the later one wins: the file's. All or nothing is saved.
    await services.settings.words.replace(owner, [...kept, ...added])
    return texts.settings.wordsImported(wordsOf(whoseList(context), await changedSettings(context)).length)
  },
} satisfies ChatCommand
