/**
 * A rate limit: `capacity` at once, then one more every `refillMs`. Callers reserve and then wait, so
 * they are served in the order in which they came.
 */
export class TokenBucket {
  readonly #capacity: number
  readonly #refillMs: number
  #tokens: number
  #at = Number.NEGATIVE_INFINITY

  constructor(capacity: number, refillMs: number) {
    this.#capacity = capacity
    this.#refillMs = refillMs
    this.#tokens = capacity
  }

  /** Takes a token, on credit if none is left. Returns the milliseconds to wait before using it. */
  reserve(now: number): number {
    if (this.#at !== Number.NEGATIVE_INFINITY) {
      this.#tokens = Math.min(this.#capacity, this.#tokens + (now - this.#at) / this.#refillMs)
    }
    this.#at = now
    this.#tokens -= 1
    return this.#tokens >= 0 ? 0 : -this.#tokens * this.#refillMs
  }

  /** Returns a token that was not used. */
  refund(): void {
    this.#tokens = Math.min(this.#capacity, this.#tokens + 1)
  }
}
