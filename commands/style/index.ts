import type { CommandGroup } from '../../src/interactions/command.ts'
import { styleAdd } from './add.ts'
import { styleList } from './list.ts'
import { styleRemove } from './remove.ts'
import { styleUse } from './use.ts'

/** Named styles. */
export const style = {
  kind: 'group',
  path: 'style',
  subcommands: [styleUse, styleList, styleAdd, styleRemove],
} satisfies CommandGroup
