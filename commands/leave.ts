import type { ChatCommand } from '../src/interactions/command.ts'
import { requirePresence } from '../src/interactions/require-presence.ts'
import { LectorError } from '../src/kernel/errors.ts'

export const leave = {
  kind: 'chat',
  path: 'leave',
  async run(context) {
    requirePresence(context)
    const { guildId, services, texts } = context
    const session = services.sessions.get(guildId)
    session?.leave()
    // Between two attempts to rejoin there is no session, but a rejoin is pending.
    const wasWanted = services.intents.forget(guildId)
    if (!session && !wasWanted)
      throw new LectorError('voice.not-connected', {}, 'Cannot leave: the bot is in no voice channel')
    return texts.replies.left()
  },
} satisfies ChatCommand
