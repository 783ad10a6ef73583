import { chooseVoice, suggestVoicesHere } from '../../src/interactions/choosing/voices.ts'
import type { ChatCommand } from '../../src/interactions/command.ts'
import { saveForServer } from '../../src/interactions/saving.ts'

export const serverVoice = {
  kind: 'chat',
  path: 'server voice',
  options: [{ name: 'voice', kind: 'string', required: true, suggests: true }],
  async run(context) {
    const { guild } = await context.settings()
    const { id } = chooseVoice(context.options.string('voice') ?? '', guild, context.services)
    return await saveForServer({ voice: id }, context)
  },
  suggest: (_option, typed, context) => suggestVoicesHere(typed, context),
} satisfies ChatCommand
