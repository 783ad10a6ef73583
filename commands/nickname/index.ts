import type { CommandGroup } from '../../src/interactions/command.ts'
import { nicknameReset } from './reset.ts'
import { nicknameSet } from './set.ts'

/** The spoken name of a member. */
export const nickname = {
  kind: 'group',
  path: 'nickname',
  subcommands: [nicknameSet, nicknameReset],
} satisfies CommandGroup
