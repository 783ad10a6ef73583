import type { Clock } from '../kernel/clock.ts'

/** While the database is unreachable, how long a stale value is returned before the next attempt. */
const RETRY_AFTER = 5_000

interface Entry<T> {
  readonly value: T
  readonly freshUntil: number
}

/**
 * A cache with expiry and invalidation. If loading fails, the last value stays in use, however old: a server's voice
 * matters more than its newest change.
 */
export class ReadCache<T> {
  readonly #entries = new Map<string, Entry<T>>()
  readonly #loads = new Map<string, Promise<T>>()
  readonly #clock: Clock
  readonly #lifetime: number
  readonly #size: number

  constructor(options: { readonly clock: Clock; readonly lifetime: number; readonly size: number }) {
    this.#clock = options.clock
    this.#lifetime = options.lifetime
    this.#size = options.size
  }

  /** Concurrent reads of the same key share one load. */
  async get(key: string, load: () => Promise<T>): Promise<T> {
    const entry = this.#entries.get(key)
    if (entry && entry.freshUntil > this.#clock.now()) {
      this.#store(key, entry)
      return entry.value
    }
    const running = this.#loads.get(key)
    if (running) return running
    const started: Promise<T> = this.#load(key, load, () => this.#loads.get(key) === started)
    this.#loads.set(key, started)
    return started
  }

  /** Removes the key and discards loads in progress. */
  drop(matches: (key: string) => boolean): void {
    for (const key of [...this.#entries.keys()].filter(matches)) this.#entries.delete(key)
    for (const key of [...this.#loads.keys()].filter(matches)) this.#loads.delete(key)
  }

  /** Expires all keys, but keeps the stale values for when loading fails. */
  expire(): void {
    for (const [key, { value }] of this.#entries) this.#entries.set(key, { value, freshUntil: 0 })
    this.#loads.clear()
  }

  /** @param current false once the key was dropped: a load in progress may predate the change */
  async #load(key: string, load: () => Promise<T>, current: () => boolean): Promise<T> {
    try {
      const value = await load()
      if (current()) this.#store(key, { value, freshUntil: this.#clock.now() + this.#lifetime })
      return value
    } catch (error) {
      const old = this.#entries.get(key)
      if (!old) throw error
      this.#entries.set(key, { value: old.value, freshUntil: this.#clock.now() + RETRY_AFTER })
      return old.value
    } finally {
      if (current()) this.#loads.delete(key)
    }
  }

  /** The least recently used key is first in the map, and is evicted first. */
  #store(key: string, entry: Entry<T>): void {
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    if (this.#entries.size > this.#size) this.#entries.delete(this.#entries.keys().next().value!)
  }
}
