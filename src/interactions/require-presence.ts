import { LectorError } from '../kernel/errors.ts'
import type { CommandContext } from './command.ts'

/**
 * Throws `voice.not-in-my-channel` if people listen to the bot in a channel that the caller is not in. What they hear is
 * theirs to skip, stop or send away, and that of server managers.
 */
export function requirePresence(context: CommandContext): void {
  const { services, guildId, callerChannel, listenersIn } = context
  const channelId = services.sessions.get(guildId)?.channelId
  if (channelId === undefined || callerChannel?.id === channelId) return
  const { name, count } = listenersIn(channelId)
  if (count === 0 || mayManage(context)) return
  throw new LectorError('voice.not-in-my-channel', { channel: name }, 'a command from outside the voice channel')
}

function mayManage({ demand }: CommandContext): boolean {
  try {
    demand('manage-server')
    return true
  } catch {
    return false
  }
}
