import type { CommandGroup } from '../../src/interactions/command.ts'
import { mydataDelete } from './delete.ts'
import { mydataExport } from './export.ts'

/** Data stored about a person, in all servers. */
export const mydata = {
  kind: 'group',
  path: 'mydata',
  subcommands: [mydataExport, mydataDelete],
} satisfies CommandGroup
