import type { ChatCommand } from '../src/interactions/command.ts'
import { LectorError } from '../src/kernel/errors.ts'

export const stop = {
  kind: 'chat',
  path: 'stop',
  async run({ guildId, services, texts }) {
    const stopped = services.sessions.get(guildId)?.stop() ?? 0
    if (stopped === 0) throw new LectorError('voice.nothing-playing', {}, 'Cannot stop: nothing is playing')
    return texts.replies.stopped(stopped)
  },
} satisfies ChatCommand
