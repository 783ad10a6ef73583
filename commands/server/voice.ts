import { chooseVoice } from '../../src/discord/choosing/voices.ts'
import type { ChatCommand } from '../../src/discord/command.ts'
import { saveForServer } from '../../src/discord/saving.ts'
import { suggestVoices } from '../../src/speech/suggest-voices.ts'

export const serverVoice = {
  kind: 'chat',
  path: 'server voice',
  options: [{ name: 'voice', kind: 'string', required: true, suggests: true }],
  async run(context) {
    const { id } = await chooseVoice(context.options.string('voice') ?? '', context)
    return await saveForServer({ voice: id }, context)
  },
  suggest: (_option, typed, { services }) => suggestVoices(typed, services.voices),
} satisfies ChatCommand
