import { LectorError } from '../kernel/errors.ts'
import type { VoiceOutput } from './link.ts'

/**
 * Voice links that neither join nor send while another process may be speaking in the same servers. Packets are held, so
 * speech goes on where it was if this process may act again.
 */
export function fencedOutput(output: VoiceOutput, mayAct: () => boolean): VoiceOutput {
  return {
    open(guildId, observer) {
      const link = output.open(guildId, observer)
      return {
        async connect(channelId, signal) {
          if (mayAct()) return await link.connect(channelId, signal)
          const message = `Cannot join channel ${channelId}: the lease of this process's shards is not valid`
          throw new LectorError('voice.join-failed', { channel: channelId }, message, { retryable: true })
        },
        check: (channelId) => link.check(channelId),
        send: (packet) => mayAct() && link.send(packet),
        rest: () => link.rest(),
        close: ({ tellDiscord }) => link.close({ tellDiscord: tellDiscord && mayAct() }),
      }
    },
  }
}
