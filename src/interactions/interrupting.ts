import { LectorError } from '../kernel/errors.ts'
import type { CommandContext } from './command.ts'
import { requirePresence } from './require-presence.ts'
import { Votes } from './votes.ts'

export type Verdict = 'allowed' | { readonly votes: number; readonly needed: number }

const votes = new Votes()

/**
 * Whether the caller may cut off what other people say, by the server's rule; otherwise their vote is counted. Throws
 * when the rule leaves that to managers, and when the caller is not there to hear it.
 * @param subject what the vote is about; another subject starts a new vote
 */
export async function mayInterrupt(subject: string, context: CommandContext): Promise<Verdict> {
  requirePresence(context)
  const { interrupting } = (await context.settings()).rules
  if (interrupting === 'everyone' || context.may('manage-server')) return 'allowed'
  if (interrupting === 'managers') {
    throw new LectorError('app.not-allowed', { permission: 'ManageGuild' }, 'Cannot interrupt others: managers only')
  }
  const { guildId, userId, callerChannel, listenersIn } = context
  const present = callerChannel ? listenersIn(callerChannel.id).count : 1
  const needed = Math.max(1, Math.ceil(present / 2))
  const count = votes.cast(guildId, subject, userId)
  return count >= needed ? 'allowed' : { votes: count, needed }
}
