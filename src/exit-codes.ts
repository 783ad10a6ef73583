import { ConfigError } from './config/config.ts'
import { isLectorError } from './kernel/errors.ts'

/** Ended as it was asked to. */
export const STOPPED = 0
/** Something failed that may work the next time. */
export const FAILED = 1
/** Starting again helps nobody before a person has changed something; EX_CONFIG of sysexits.h. */
export const MISCONFIGURED = 78

/** Gateway close codes after which Discord lets nobody back in: token, shards, intents. */
const FOR_GOOD = new Set([4004, 4010, 4011, 4012, 4013, 4014])

export function exitCodeOf(error: unknown): number {
  if (error instanceof ConfigError) return MISCONFIGURED
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const message = error instanceof Error ? error.message : ''
  if (code === 'TokenInvalid' || code === 'DisallowedIntents') return MISCONFIGURED
  if (/invalid token|401: Unauthorized|disallowed intents/i.test(message)) return MISCONFIGURED
  return isLectorError(error) && error.code === 'settings.not-migrated' && !error.retryable ? MISCONFIGURED : FAILED
}

export function exitCodeOfGateway(closeCode: number): number {
  return FOR_GOOD.has(closeCode) ? MISCONFIGURED : FAILED
}
