import { chooseVoice, suggestVoicesHere } from '../../src/interactions/choosing/voices.ts'
import type { ChatCommand } from '../../src/interactions/command.ts'
import { saveForChannel } from '../../src/interactions/saving.ts'

export const channelVoice = {
  kind: 'chat',
  path: 'channel voice',
  options: [
    { name: 'voice', kind: 'string', required: true, suggests: true },
    { name: 'channel', kind: 'channel', channels: 'text' },
  ],
  async run(context) {
    const { guild } = await context.settings()
    const { id: voice } = chooseVoice(context.options.string('voice') ?? '', guild, context.services)
    return await saveForChannel(context.options.string('channel') ?? context.channelId, { voice }, context)
  },
  suggest: (_option, typed, context) => suggestVoicesHere(typed, context),
} satisfies ChatCommand
