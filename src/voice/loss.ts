import type { LinkLoss } from './link.ts'

/** Attempts to come back before giving up. */
export const MAX_ATTEMPTS = 5
const FIRST_DELAY_MS = 250
const MAX_DELAY_MS = 10_000

/**
 * Voice close codes that repeat for ever when they are retried: authentication failed, server not found,
 * unknown protocol, unknown encryption mode, end-to-end encryption required, bad request, rate limited.
 * https://discord.com/developers/docs/topics/opcodes-and-status-codes#voice-voice-close-event-codes
 */
const FATAL_CODES: ReadonlySet<number> = new Set([4004, 4011, 4012, 4016, 4017, 4020, 4021])

export function isFinal(loss: LinkLoss): boolean {
  return loss.kind === 'removed' || (loss.kind === 'closed' && FATAL_CODES.has(loss.code))
}

/** How long to wait before attempt number `attempt` (2, 3, …); `random` is in [0, 1). */
export function retryDelay(attempt: number, random: number): number {
  const delay = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempt - 2))
  return delay / 2 + (delay / 2) * random
}
