import type { CommandGroup } from '../../src/interactions/command.ts'
import { nicknameReset } from './reset.ts'
import { nicknameSet } from './set.ts'

/** What Lector calls a member. */
export const nickname = {
  kind: 'group',
  path: 'nickname',
  subcommands: [nicknameSet, nicknameReset],
} satisfies CommandGroup
