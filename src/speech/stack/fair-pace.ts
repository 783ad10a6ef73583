import { type Clock, systemClock } from '../../kernel/clock.ts'

export interface PaceLimit {
  readonly requests: number
  readonly window: number
}

/** Says when the next request may be made, and whose: servers take turns, one request each. */
export class FairPace {
  readonly #limits: readonly PaceLimit[]
  readonly #clock: Clock
  /** Waiting requests by server, the server whose turn is next first. No queue is empty. */
  readonly #queues = new Map<string, (() => void)[]>()
  /** When the latest requests were made, oldest first. */
  #made: number[] = []
  #pause: AbortController | undefined

  constructor(limits: readonly PaceLimit[], clock: Clock = systemClock) {
    this.#clock = clock
    this.#limits = limits
  }

  /** Resolves when a request may be made; rejects with the signal's reason, and then none is counted. */
  async turn(guildId: string, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted()
    const mine = Promise.withResolvers<void>()
    const leave = () => {
      this.#leave(guildId, mine.resolve)
      mine.reject(signal.reason)
    }
    signal.addEventListener('abort', leave, { once: true })
    this.#queues.set(guildId, [...(this.#queues.get(guildId) ?? []), mine.resolve])
    if (!this.#pause) this.#serve()
    await mine.promise
    signal.removeEventListener('abort', leave)
  }

  /** Releases every request that may be made, and returns when the next one may. */
  #serve(): void {
    this.#pause = undefined
    for (const [guildId, [go, ...rest]] of this.#queues) {
      const wait = this.#wait()
      if (wait > 0) {
        this.#serveAfter(wait)
        return
      }
      this.#queues.delete(guildId)
      // At the end, behind all other origins; this loop comes by there as well.
      if (rest.length > 0) this.#queues.set(guildId, rest)
      this.#made.push(this.#clock.now())
      go?.()
    }
  }

  #serveAfter(ms: number): void {
    this.#pause = new AbortController()
    this.#clock.sleep(ms, this.#pause.signal).then(
      () => this.#serve(),
      () => {},
    )
  }

  #leave(guildId: string, go: () => void): void {
    const rest = this.#queues.get(guildId)?.filter((other) => other !== go) ?? []
    if (rest.length > 0) this.#queues.set(guildId, rest)
    else this.#queues.delete(guildId)
    if (this.#queues.size > 0) return
    // Nobody is left to come back for.
    this.#pause?.abort()
    this.#pause = undefined
  }

  /** Milliseconds until one more request keeps every limit. */
  #wait(): number {
    const now = this.#clock.now()
    const longest = Math.max(...this.#limits.map(({ window }) => window))
    this.#made = this.#made.filter((at) => now - at < longest)
    const waits = this.#limits.map(({ requests, window }) => (this.#made.at(-requests) ?? -Infinity) + window - now)
    return Math.max(0, ...waits)
  }
}
