import type { ChatCommand } from '../src/interactions/command.ts'
import { LectorError } from '../src/kernel/errors.ts'

export const leave = {
  kind: 'chat',
  path: 'leave',
  async run({ guildId, services, texts }) {
    const session = services.sessions.get(guildId)
    session?.leave()
    // Between two attempts to come back there is no session, but still the wish to.
    const wasWanted = services.intents.forget(guildId)
    if (!session && !wasWanted) throw new LectorError('voice.not-connected', {}, 'leave without a voice channel')
    return texts.replies.left()
  },
} satisfies ChatCommand
