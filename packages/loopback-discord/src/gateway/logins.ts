import type { Clock } from '../clock.ts'

export interface LoginOptions {
  /** Logins a day; 1,000 at Discord for small bots. */
  readonly total?: number
  /** Logins left now; all of them unless given. */
  readonly remaining?: number
  /** Milliseconds until the day is over. */
  readonly resetAfter?: number
  /** Buckets (`shard % maxConcurrency`) that may log in at the same time. */
  readonly maxConcurrency?: number
  /** Refuse what comes within five seconds of the same bucket's last login, as Discord does; off unless asked for. */
  readonly strict?: boolean
}

/** One login of a shard. */
export interface Login {
  readonly shard: number
  /** Milliseconds on the sandbox's monotonic clock. */
  readonly at: number
  readonly accepted: boolean
}

/** https://discord.com/developers/docs/events/gateway#rate-limiting */
const GAP_MS = 5_000
/** A timer of the client may fire this much early. */
const TOLERANCE_MS = 50

/** Counts logins against the limits that `GET /gateway/bot` names. At 0 Discord resets the token. */
export class Logins {
  readonly maxConcurrency: number
  readonly #clock: Clock
  readonly #total: number
  readonly #resetAt: number
  readonly #strict: boolean
  readonly #lastInBucket = new Map<number, number>()
  readonly #all: Login[] = []
  #remaining: number

  constructor(clock: Clock, options: LoginOptions = {}) {
    const { total = 1_000, resetAfter = 14_400_000, maxConcurrency = 1, strict = false } = options
    this.#clock = clock
    this.#total = total
    this.#remaining = options.remaining ?? total
    this.#resetAt = clock.now() + resetAfter
    this.#strict = strict
    this.maxConcurrency = maxConcurrency
  }

  /** Every login so far, oldest first. */
  get all(): readonly Login[] {
    return this.#all
  }

  /** As `session_start_limit` in `GET /gateway/bot`. */
  get limit() {
    return {
      total: this.#total,
      remaining: this.#remaining,
      reset_after: Math.max(0, Math.round(this.#resetAt - this.#clock.now())),
      max_concurrency: this.maxConcurrency,
    }
  }

  /** `too-early`: the bucket's last login was less than five seconds ago. `used-up`: none is left, the token is reset. */
  take(shard: number): 'ok' | 'too-early' | 'used-up' {
    const at = this.#clock.now()
    const bucket = shard % this.maxConcurrency
    const before = this.#lastInBucket.get(bucket) ?? Number.NEGATIVE_INFINITY
    const tooEarly = this.#strict && at - before < GAP_MS - TOLERANCE_MS
    this.#all.push({ shard, at, accepted: !tooEarly && this.#remaining > 0 })
    if (tooEarly) return 'too-early'
    if (this.#remaining === 0) return 'used-up'
    this.#remaining -= 1
    this.#lastInBucket.set(bucket, at)
    return 'ok'
  }
}
