import type { Command } from '../src/discord/command.ts'
import { join } from './join.ts'
import { leave } from './leave.ts'
import { say } from './say.ts'
import { skip } from './skip.ts'
import { stop } from './stop.ts'

/** Every command, in the order in which people meet them. */
export const commands: readonly Command[] = [join, leave, say, skip, stop]
