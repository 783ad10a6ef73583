import { backoff } from '../kernel/backoff.ts'
import type { Clock } from '../kernel/clock.ts'

/** Attempts to connect before giving up. */
export const MAX_ATTEMPTS = 5
const PAUSES = { first: 250, longest: 10_000 }
/** A connection that lasts for as long as this was a good one: the next attempt is a first one again. */
const HELD_MS = 3_000

/**
 * Attempts to connect, with growing pauses between them. One that succeeds and is lost again at once counts like one
 * that failed, or a voice server that accepts and then closes would be asked for ever.
 */
export class Attempts {
  readonly #clock: Pick<Clock, 'now'>
  readonly #random: () => number
  #made = 0
  #connectedAt: number | undefined

  constructor(clock: Pick<Clock, 'now'>, random: () => number) {
    this.#clock = clock
    this.#random = random
  }

  /** True when there is no other attempt. */
  get areSpent(): boolean {
    return this.#made >= MAX_ATTEMPTS
  }

  /** Somebody asks anew. */
  reset(): void {
    this.#made = 0
    this.#connectedAt = undefined
  }

  /** Counts one more attempt; returns how many milliseconds to wait before it. Throws when there have been enough. */
  begin(): number {
    if (this.#connectedAt !== undefined && this.#clock.now() - this.#connectedAt >= HELD_MS) this.#made = 0
    this.#connectedAt = undefined
    if (this.areSpent) throw new Error(`no connection has held in ${MAX_ATTEMPTS} attempts`)
    this.#made += 1
    return this.#made > 1 ? retryDelay(this.#made, this.#random()) : 0
  }

  connected(): void {
    this.#connectedAt = this.#clock.now()
  }
}

/** How long to wait before attempt number `attempt` (2, 3, …); `random` is in [0, 1). */
export function retryDelay(attempt: number, random: number): number {
  return backoff(attempt - 1, PAUSES, random)
}
