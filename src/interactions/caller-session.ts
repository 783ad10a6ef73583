import type { VoiceSession } from '../call/session.ts'
import { LectorError } from '../kernel/errors.ts'
import type { CommandContext, VoicePlace } from './command.ts'

export interface CallerSession {
  readonly session: VoiceSession
  readonly place: VoicePlace
  /** Resolves when the bot can be heard there; at once if it is there already. */
  readonly joined: Promise<void>
}

/**
 * The server's session, on its way to the caller's voice channel. Throws when the caller is in none, or when the bot
 * is speaking for other people elsewhere: it is not taken away from them.
 */
export function callerSession(context: CommandContext): CallerSession {
  const { guildId, callerChannel, services } = context
  if (!callerChannel)
    throw new LectorError('voice.caller-not-in-channel', {}, 'Cannot join the caller: they are in no voice channel')
  const current = services.sessions.get(guildId)?.channelId
  if (current !== undefined && current !== callerChannel.id) {
    const { name, count } = context.listenersIn(current)
    if (count > 0)
      throw new LectorError(
        'voice.busy-elsewhere',
        { channel: name },
        `Cannot join the caller: the bot has ${count} listeners elsewhere`,
      )
  }
  const session = services.sessions.open(guildId)
  session.textChannelId = context.channelId
  const joined = session.join(callerChannel.id)
  // Whoever asks for the session may fail before looking at this.
  joined.catch(() => undefined)
  return { session, place: callerChannel, joined }
}
