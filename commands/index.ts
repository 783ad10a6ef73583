import type { Command } from '../src/discord/command.ts'
import { doctor } from './doctor.ts'
import { join } from './join.ts'
import { leave } from './leave.ts'
import { read } from './read/index.ts'
import { say } from './say.ts'
import { skip } from './skip.ts'
import { stop } from './stop.ts'
import { voice } from './voice/index.ts'

/** Every command, in the order in which people meet them. */
export const commands: readonly Command[] = [join, leave, say, skip, stop, read, voice, doctor]
