import { type Backoff, backoff } from '../../kernel/backoff.ts'

export interface RetryOptions extends Backoff {
  /** How often one engine is asked for one text, the first time included. */
  readonly attempts: number
}

export const RETRY: RetryOptions = { attempts: 3, first: 250, longest: 4_000 }

/**
 * Milliseconds to wait after the attempt of this number (from 1) has failed: exponential, and somewhere in the upper
 * half, so that many who failed together do not come back together. What the provider asked for is obeyed.
 *
 * @param random in [0, 1)
 * @returns undefined when the provider asks for more patience than listeners have
 */
export function retryDelay(
  attempt: number,
  random: number,
  retryAfter: number | undefined,
  options: RetryOptions,
): number | undefined {
  const delay = backoff(attempt, options, random)
  if (retryAfter === undefined) return delay
  return retryAfter > options.longest ? undefined : Math.max(retryAfter, delay)
}
