export interface Backoff {
  /** Milliseconds before the first retry. */
  readonly first: number
  /** Milliseconds before any retry, at most. */
  readonly longest: number
}

/**
 * Milliseconds to wait before retry number `retry` (1, 2, …): doubled each time, up to `longest`.
 *
 * @param random in [0, 1): takes up to half of the wait away, so that callers that failed together do not return
 *   together; without it the wait is whole
 */
export function backoff(retry: number, { first, longest }: Backoff, random = 1): number {
  return Math.min(longest, first * 2 ** (retry - 1)) * (0.5 + random / 2)
}
