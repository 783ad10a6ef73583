export interface RetryOptions {
  /** How often one engine is asked for one text, the first time included. */
  readonly attempts: number
  /** Milliseconds before the second attempt, doubled before each further one. */
  readonly base: number
  readonly longest: number
}

export const RETRY: RetryOptions = { attempts: 3, base: 250, longest: 4_000 }

/**
 * Milliseconds to wait after the attempt of this number (from 1) has failed: exponential, and somewhere in the upper
 * half, so that many who failed together do not come back together. What the provider asked for is obeyed.
 *
 * @param random in [0, 1)
 * @returns undefined when the provider asks for more patience than listeners have
 */
export function backoff(
  attempt: number,
  random: number,
  retryAfter: number | undefined,
  { base, longest }: RetryOptions,
): number | undefined {
  const delay = Math.min(longest, base * 2 ** (attempt - 1)) * (0.5 + random / 2)
  if (retryAfter === undefined) return delay
  return retryAfter > longest ? undefined : Math.max(retryAfter, delay)
}
