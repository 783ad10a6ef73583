import type { ChatCommand } from '../src/interactions/command.ts'
import { requirePresence } from '../src/interactions/require-presence.ts'
import { LectorError } from '../src/kernel/errors.ts'

export const skip = {
  kind: 'chat',
  path: 'skip',
  async run(context) {
    requirePresence(context)
    const { guildId, services, texts } = context
    if (!services.sessions.get(guildId)?.skip())
      throw new LectorError('voice.nothing-playing', {}, 'Cannot skip: nothing is playing')
    return texts.replies.skipped()
  },
} satisfies ChatCommand
