import type { Clock } from '../../kernel/clock.ts'
import type { LectorError } from '../../kernel/errors.ts'

export interface BreakerOptions {
  /** So many failures within `window` milliseconds open the breaker. */
  readonly failures: number
  readonly window: number
  /** Milliseconds before the first trial; twice as many after each trial that fails, up to `longestRest`. */
  readonly rest: number
  readonly longestRest: number
}

/** One try at an engine: says how it went, once; later calls change nothing. */
export interface Trial {
  succeeded(): void
  failed(reason: LectorError): void
  /** Keeps everybody away for a rest, however few failures there were. */
  tripped(reason: LectorError, rest?: number): void
  /** It says nothing about the engine: somebody left, or the text was at fault. */
  undecided(): void
}

type State =
  | { readonly kind: 'closed'; readonly failedAt: readonly number[] }
  | { readonly kind: 'open'; readonly until: number; readonly rest: number; readonly reason: LectorError }
  /** One try is on its way, and all others wait for what becomes of it. */
  | { readonly kind: 'half-open'; readonly rest: number; readonly reason: LectorError }

/** Spares people the wait for an engine that has just failed, and lets one of them try it now and then. */
export class CircuitBreaker {
  readonly #clock: Clock
  readonly #options: BreakerOptions
  #state: State = { kind: 'closed', failedAt: [] }

  constructor(clock: Clock, options: Partial<BreakerOptions> = {}) {
    this.#clock = clock
    this.#options = { ...DEFAULTS, ...options }
  }

  /** Why the engine is left alone; undefined while it is not. */
  get reason(): LectorError | undefined {
    return this.#state.kind === 'closed' ? undefined : this.#state.reason
  }

  /** Undefined when the engine should be left alone. */
  enter(): Trial | undefined {
    const state = this.#state
    if (state.kind === 'half-open') return undefined
    if (state.kind === 'closed') return this.#trial(false)
    if (this.#clock.now() < state.until) return undefined
    this.#state = { kind: 'half-open', rest: state.rest, reason: state.reason }
    return this.#trial(true)
  }

  #trial(probing: boolean): Trial {
    let decided = false
    const once = (decide: () => void) => {
      // While the breaker is open, only its own trial has something new to tell.
      if (!decided && (probing || this.#state.kind === 'closed')) decide()
      decided = true
    }
    return {
      succeeded: () => once(() => (probing ? this.#close() : undefined)),
      failed: (reason) => once(() => this.#fail(reason)),
      tripped: (reason, rest) => once(() => this.#open(reason, rest)),
      undecided: () => once(() => (probing ? this.#reopen() : undefined)),
    }
  }

  #close(): void {
    this.#state = { kind: 'closed', failedAt: [] }
  }

  #fail(reason: LectorError): void {
    const { failures, window } = this.#options
    const now = this.#clock.now()
    const earlier = this.#state.kind === 'closed' ? this.#state.failedAt.filter((at) => now - at < window) : []
    const failedAt = [...earlier, now]
    if (this.#state.kind === 'half-open' || failedAt.length >= failures) this.#open(reason)
    else this.#state = { kind: 'closed', failedAt }
  }

  #open(reason: LectorError, rest = this.#nextRest()): void {
    this.#state = { kind: 'open', until: this.#clock.now() + rest, rest, reason }
  }

  #nextRest(): number {
    const { rest, longestRest } = this.#options
    return this.#state.kind === 'closed' ? rest : Math.min(longestRest, this.#state.rest * 2)
  }

  /** The next one may try at once. */
  #reopen(): void {
    if (this.#state.kind === 'half-open') this.#state = { ...this.#state, kind: 'open', until: this.#clock.now() }
  }
}

const DEFAULTS: BreakerOptions = { failures: 3, window: 30_000, rest: 5_000, longestRest: 60_000 }
