import type { CommandGroup } from '../../src/interactions/command.ts'
import { styleAdd } from './add.ts'
import { styleList } from './list.ts'
import { styleRemove } from './remove.ts'
import { styleUse } from './use.ts'

/** Ways of speaking that have a name. */
export const style = {
  kind: 'group',
  path: 'style',
  subcommands: [styleUse, styleList, styleAdd, styleRemove],
} satisfies CommandGroup
