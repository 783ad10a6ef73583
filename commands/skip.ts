import type { ChatCommand } from '../src/interactions/command.ts'
import { LectorError } from '../src/kernel/errors.ts'

export const skip = {
  kind: 'chat',
  path: 'skip',
  async run({ guildId, services, texts }) {
    if (!services.sessions.get(guildId)?.skip())
      throw new LectorError('voice.nothing-playing', {}, 'Cannot skip: nothing is playing')
    return texts.replies.skipped()
  },
} satisfies ChatCommand
