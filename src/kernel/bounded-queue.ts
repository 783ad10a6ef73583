/** A first-in, first-out queue that refuses what is over its limit. */
export class BoundedQueue<T> {
  readonly limit: number
  #items: T[] = []

  constructor(limit: number) {
    this.limit = limit
  }

  get size(): number {
    return this.#items.length
  }

  /** False when the queue is full. */
  push(item: T): boolean {
    if (this.#items.length >= this.limit) return false
    this.#items.push(item)
    return true
  }

  shift(): T | undefined {
    return this.#items.shift()
  }

  peek(): T | undefined {
    return this.#items[0]
  }

  /** Empties the queue and returns what was in it. */
  clear(): T[] {
    return this.#items.splice(0)
  }
}
