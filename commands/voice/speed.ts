import type { ChatCommand } from '../../src/interactions/command.ts'
import { saveForMember } from '../../src/interactions/saving.ts'

export const voiceSpeed = {
  kind: 'chat',
  path: 'voice speed',
  options: [{ name: 'speed', kind: 'number', required: true }],
  run: (context) => saveForMember({ speed: context.options.number('speed') ?? 1 }, context),
} satisfies ChatCommand
