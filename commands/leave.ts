import type { ChatCommand } from '../src/discord/command.ts'
import { LectorError } from '../src/kernel/errors.ts'

export const leave = {
  kind: 'chat',
  path: 'leave',
  async run({ guildId, services, texts }) {
    const session = services.sessions.get(guildId)
    if (!session) throw new LectorError('voice.not-connected', {}, 'leave without a voice channel')
    session.leave()
    return texts.replies.left()
  },
} satisfies ChatCommand
