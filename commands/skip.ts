import type { ChatCommand } from '../src/interactions/command.ts'
import { mayInterrupt } from '../src/interactions/interrupting.ts'
import { LectorError } from '../src/kernel/errors.ts'

export const skip = {
  kind: 'chat',
  path: 'skip',
  async run(context) {
    const { guildId, userId, services, texts } = context
    const session = services.sessions.get(guildId)
    const speaking = session?.speaking
    if (!session || !speaking) throw new LectorError('voice.nothing-playing', {}, 'Cannot skip: nothing is playing')
    const verdict = speaking.lane === userId ? 'allowed' : await mayInterrupt(`skip ${speaking.id}`, context)
    if (verdict !== 'allowed') return texts.replies.voted(verdict.votes, verdict.needed)
    session.skip()
    return texts.replies.skipped()
  },
} satisfies ChatCommand
