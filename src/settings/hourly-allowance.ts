import type { Clock } from '../kernel/clock.ts'
import type { Id } from './types.ts'

const HOUR = 60 * 60_000
/** People whose use is remembered; far more than one process serves in an hour. */
const REMEMBERED = 50_000

interface Use {
  characters: number
  at: number
}

/**
 * Characters that one person may have synthesised in an hour, in all servers together. Used characters come back
 * steadily, so that nobody waits for a full hour to begin. Kept in memory: it guards the host's money against one
 * person, and a restart may forget it.
 */
export class HourlyAllowance {
  readonly cap: number
  readonly #clock: Pick<Clock, 'now'>
  readonly #used = new Map<Id, Use>()

  constructor(cap: number, clock: Pick<Clock, 'now'>) {
    this.cap = cap
    this.#clock = clock
  }

  /** False if that would be too many; then none is taken. */
  take(user: Id, characters: number): boolean {
    const now = this.#clock.now()
    const known = this.#used.get(user)
    const left = known ? Math.max(0, known.characters - ((now - known.at) * this.cap) / HOUR) : 0
    if (left + characters > this.cap) return false
    this.#used.delete(user)
    this.#used.set(user, { characters: left + characters, at: now })
    if (this.#used.size > REMEMBERED) this.#used.delete(this.#used.keys().next().value!)
    return true
  }
}
