import type { LinkLoss } from './link.ts'

/**
 * Voice close codes that repeat for ever when retried: authentication failed, server not found,
 * unknown protocol, unknown encryption mode, end-to-end encryption required, bad request, rate limited.
 * https://discord.com/developers/docs/topics/opcodes-and-status-codes#voice-voice-close-event-codes
 */
const FATAL_CODES: ReadonlySet<number> = new Set([4004, 4011, 4012, 4016, 4017, 4020, 4021])

/** True when connecting again cannot help. */
export function isFinal(loss: LinkLoss): boolean {
  return loss.kind === 'removed' || (loss.kind === 'closed' && FATAL_CODES.has(loss.code))
}
