import { backoff } from '../kernel/backoff.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import type { FailedStarts } from '../settings/fleet-store.ts'

/** What Discord says about logins, as `GET /gateway/bot` answers. */
export interface LoginLimits {
  /** Shards that Discord recommends. */
  readonly shards: number
  /** Logins left until the limit is reset; at 0 Discord resets the token. */
  readonly remaining: number
  /** Milliseconds until then. */
  readonly resetAfter: number
  /** Buckets whose shards may log in at the same time. */
  readonly maxConcurrency: number
}

/** Between starts that failed, from the second on: an hour of them makes fewer than twenty logins. */
const PAUSES = { first: 15_000, longest: 5 * 60_000 }
/** A process that has run for so long after it was ready has started well. */
const SETTLED_MS = 60_000

export interface LoginBrakeOptions {
  readonly bot: string
  readonly starts: FailedStarts
  readonly clock: Clock
  readonly log: Log
}

/** Keeps restarts from using up the logins that Discord allows a day. */
export class LoginBrake {
  readonly #options: LoginBrakeOptions
  /** Processes of one bot fail each by itself. */
  #key = ''

  constructor(options: LoginBrakeOptions) {
    this.#options = options
  }

  /** Waits for as long as the starts before this one ask for, and counts this one as failed until `settle`. */
  async begin(firstShard: number, signal: AbortSignal): Promise<void> {
    const { bot, starts, clock, log } = this.#options
    this.#key = `${bot}/${firstShard}`
    const { failures, at } = await starts.read(this.#key)
    // One failure may be chance, such as a machine that was switched off.
    const pause = failures < 2 ? 0 : at + backoff(failures - 1, PAUSES) - clock.wall()
    if (pause > 0) {
      const until = new Date(clock.wall() + pause).toISOString()
      log.warn({ failures, until }, 'the last starts failed: logging in later')
      await clock.sleep(Math.min(pause, PAUSES.longest), signal)
    }
    await starts.write(this.#key, failures + 1)
  }

  /** Waits while so few logins are left that a mistake could cost the token. */
  async spare({ remaining, resetAfter }: LoginLimits, shards: number, signal: AbortSignal): Promise<void> {
    const { clock, log } = this.#options
    if (remaining >= 2 * shards) return
    const until = new Date(clock.wall() + resetAfter).toISOString()
    log.error({ remaining, shards, until }, 'too few logins are left today: waiting for the reset')
    await clock.sleep(resetAfter, signal)
  }

  /** The start was a good one once the process has run for a minute. */
  async settle(signal: AbortSignal): Promise<void> {
    const { starts, clock, log } = this.#options
    await clock.sleep(SETTLED_MS, signal).catch(() => undefined)
    // A process that was asked to stop has not failed either.
    await starts
      .write(this.#key, 0)
      .catch((error: unknown) => log.warn({ err: error }, 'a good start could not be noted'))
  }
}
