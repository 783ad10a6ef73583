import type { CommandGroup } from '../../src/interactions/command.ts'
import { wordsAdd } from './add.ts'
import { wordsExport } from './export.ts'
import { wordsImport } from './import.ts'
import { wordsList } from './list.ts'
import { wordsRemove } from './remove.ts'
import { wordsTest } from './test.ts'

/** Pronunciations: a list for the server, and one for each member. */
export const words = {
  kind: 'group',
  path: 'words',
  subcommands: [wordsAdd, wordsRemove, wordsList, wordsTest, wordsImport, wordsExport],
} satisfies CommandGroup
