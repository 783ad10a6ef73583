import type { Command } from '../src/discord/command.ts'
import { LectorError } from '../src/kernel/errors.ts'

export const leave = {
  name: 'leave',
  async run({ guildId, services, texts }) {
    const session = services.sessions.get(guildId)
    if (!session) throw new LectorError('voice.not-connected', {}, 'leave without a voice channel')
    session.leave()
    return texts.replies.left()
  },
} satisfies Command
