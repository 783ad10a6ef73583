import type { ChatCommand } from '../src/interactions/command.ts'
import { mayInterrupt } from '../src/interactions/interrupting.ts'
import { LectorError } from '../src/kernel/errors.ts'

/** Stops everything where the caller may; otherwise their own texts, and if there are none, their vote is counted. */
export const stop = {
  kind: 'chat',
  path: 'stop',
  async run(context) {
    const { guildId, userId, services, texts } = context
    const session = services.sessions.get(guildId)
    if (!session || session.queued === 0) {
      throw new LectorError('voice.nothing-playing', {}, 'Cannot stop: nothing is playing')
    }
    const own = context.may('manage-server') ? 0 : session.stopLane(userId)
    if (own > 0) return texts.replies.stopped(own)
    const verdict = await mayInterrupt(`stop ${session.speaking?.id ?? ''}`, context)
    if (verdict !== 'allowed') return texts.replies.voted(verdict.votes, verdict.needed)
    return texts.replies.stopped(session.stop())
  },
} satisfies ChatCommand
