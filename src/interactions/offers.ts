/** How long a person may think about an offer: what they wrote must not stay in memory for long. */
const LIFETIME_MS = 5 * 60_000
/** Of all servers together. */
const MOST = 1_000

/** What people asked for and have to decide about before it happens, such as a text whose voice was misspelt. */
export class Offers<T> {
  readonly #kept = new Map<string, { readonly value: T; readonly timer: NodeJS.Timeout }>()

  /** Keeps something until it is taken, for a few minutes at most; returns its id. */
  keep(value: T): string {
    const id = crypto.randomUUID()
    const oldest = this.#kept.size < MOST ? undefined : this.#kept.keys().next().value
    if (oldest !== undefined) this.take(oldest)
    this.#kept.set(id, { value, timer: setTimeout(() => this.#kept.delete(id), LIFETIME_MS).unref() })
    return id
  }

  /** Undefined when it was taken already, has expired, or is from before a restart. */
  take(id: string): T | undefined {
    const kept = this.#kept.get(id)
    clearTimeout(kept?.timer)
    this.#kept.delete(id)
    return kept?.value
  }
}
