import type { ChatCommand } from '../../src/interactions/command.ts'
import { voiceStyle } from '../voice/style.ts'

/** The same as `/voice style`, for people who look under `/style` first. */
export const styleUse = { ...voiceStyle, path: 'style use' } satisfies ChatCommand
