import type { ChatCommand } from '../../src/interactions/command.ts'
import { voiceStyle } from '../voice/style.ts'

/** The same as `/voice style`, where people look for it who think of styles first. */
export const styleUse = { ...voiceStyle, path: 'style use' } satisfies ChatCommand
