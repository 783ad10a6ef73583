import { type Clock, systemClock } from '../../kernel/clock.ts'

export interface PaceLimit {
  readonly requests: number
  readonly window: number
}

/**
 * What Alibaba Model Studio allows an account for a model, all keys together: 180 requests a minute, which it also
 * counts by the second; 10 a minute for its oldest models (https://www.alibabacloud.com/help/en/model-studio/rate-limit).
 */
export function paceOf(model: string): readonly PaceLimit[] {
  if (/^qwen-tts|2025-09-18$/.test(model)) return [{ requests: 10, window: 60_000 }]
  return [
    { requests: 3, window: 1_000 },
    { requests: 180, window: 60_000 },
  ]
}

/** Says when the next request may be made, and whose it is: whoever waits takes turns by origin, one request each. */
export class FairPace {
  readonly #limits: readonly PaceLimit[]
  readonly #clock: Clock
  /** How to let those who wait go, by origin, the one whose turn is next first. No queue is empty. */
  readonly #queues = new Map<string, (() => void)[]>()
  /** When the latest requests were made, oldest first. */
  #made: number[] = []
  #pause: AbortController | undefined

  constructor(limits: readonly PaceLimit[], clock: Clock = systemClock) {
    this.#clock = clock
    this.#limits = limits
  }

  /** Resolves when a request may be made; rejects with the signal's reason, and then none is counted. */
  async turn(origin: string, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted()
    const mine = Promise.withResolvers<void>()
    const leave = () => {
      this.#leave(origin, mine.resolve)
      mine.reject(signal.reason)
    }
    signal.addEventListener('abort', leave, { once: true })
    this.#queues.set(origin, [...(this.#queues.get(origin) ?? []), mine.resolve])
    if (!this.#pause) this.#serve()
    await mine.promise
    signal.removeEventListener('abort', leave)
  }

  /** Lets go whoever may, and comes back when the next one may. */
  #serve(): void {
    this.#pause = undefined
    for (const [origin, [go, ...rest]] of this.#queues) {
      const wait = this.#wait()
      if (wait > 0) {
        this.#serveAfter(wait)
        return
      }
      this.#queues.delete(origin)
      // At the end, behind all other origins; this loop comes by there as well.
      if (rest.length > 0) this.#queues.set(origin, rest)
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

  #leave(origin: string, go: () => void): void {
    const rest = this.#queues.get(origin)?.filter((other) => other !== go) ?? []
    if (rest.length > 0) this.#queues.set(origin, rest)
    else this.#queues.delete(origin)
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
