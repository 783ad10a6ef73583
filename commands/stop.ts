import type { ChatCommand } from '../src/interactions/command.ts'
import { requirePresence } from '../src/interactions/require-presence.ts'
import { LectorError } from '../src/kernel/errors.ts'

export const stop = {
  kind: 'chat',
  path: 'stop',
  async run(context) {
    requirePresence(context)
    const { guildId, services, texts } = context
    const stopped = services.sessions.get(guildId)?.stop() ?? 0
    if (stopped === 0) throw new LectorError('voice.nothing-playing', {}, 'Cannot stop: nothing is playing')
    return texts.replies.stopped(stopped)
  },
} satisfies ChatCommand
