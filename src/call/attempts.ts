import { backoff } from '../kernel/backoff.ts'
import type { Clock } from '../kernel/clock.ts'

/** Attempts to join before giving up: somebody waits for the answer. */
export const MAX_ATTEMPTS = 5
/** A join gives up earlier when its attempts take long, so that the person who asked hears why within ten seconds. */
const JOIN_DEADLINE_MS = 8_000
/** A lost connection is retried for this long; speech waits meanwhile. Voice servers restart in less. */
export const RECOVERY_DEADLINE_MS = 120_000
const PAUSES = { first: 250, longest: 10_000 }
/** A connection that lasts this long counts as good, and the next loss starts with a first attempt. */
const HELD_MS = 3_000

/** Connections in a row that a voice server accepts and closes at once before the bot gives up. */
const MAX_SHORT_CONNECTIONS = 5

/**
 * Attempts to connect, with growing pauses between them. A join makes a few; a lost connection is retried for two
 * minutes, unless a voice server keeps accepting and closing.
 */
export class Attempts {
  readonly #clock: Pick<Clock, 'now'>
  readonly #random: () => number
  #made = 0
  #shortConnections = 0
  #startedAt: number
  #recovering = false
  #connectedAt: number | undefined

  constructor(clock: Pick<Clock, 'now'>, random: () => number) {
    this.#clock = clock
    this.#random = random
    this.#startedAt = clock.now()
  }

  /** True when no attempt is left. */
  get areSpent(): boolean {
    const elapsed = this.#clock.now() - this.#startedAt
    if (this.#shortConnections >= MAX_SHORT_CONNECTIONS) return true
    if (this.#recovering) return elapsed >= RECOVERY_DEADLINE_MS
    return this.#made >= MAX_ATTEMPTS || elapsed >= JOIN_DEADLINE_MS
  }

  /** A new join. */
  reset(): void {
    this.#restart()
    this.#recovering = false
  }

  /** A connection was lost. A new recovery starts only if it had held. */
  recover(): void {
    const held = this.#connectedAt !== undefined && this.#clock.now() - this.#connectedAt >= HELD_MS
    if (held || !this.#recovering) this.#restart()
    else if (this.#connectedAt !== undefined) this.#shortConnections += 1
    this.#recovering = true
    this.#connectedAt = undefined
  }

  /** Counts one more attempt and returns the milliseconds to wait before it. Throws when none is left. */
  begin(): number {
    if (this.areSpent) throw new Error(`no connection held in ${this.#made} attempts`)
    this.#made += 1
    return this.#made > 1 ? retryDelay(this.#made, this.#random()) : 0
  }

  connected(): void {
    this.#connectedAt = this.#clock.now()
  }

  #restart(): void {
    this.#made = 0
    this.#shortConnections = 0
    this.#startedAt = this.#clock.now()
    this.#connectedAt = undefined
  }
}

/** Milliseconds to wait before attempt number `attempt` (2, 3, …); `random` is in [0, 1). */
export function retryDelay(attempt: number, random: number): number {
  return backoff(attempt - 1, PAUSES, random)
}
