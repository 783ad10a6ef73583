import type { CommandGroup } from '../../src/interactions/command.ts'
import { here } from './here.ts'
import { list } from './list.ts'
import { stop } from './stop.ts'

export const read = {
  kind: 'group',
  path: 'read',
  needs: 'manage-server',
  subcommands: [here, stop, list],
} satisfies CommandGroup
