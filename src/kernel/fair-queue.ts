/**
 * A bounded queue with a lane for each person. Lanes take turns, one item each, so that ten messages of one person do
 * not delay everyone else. Within a lane, first in is first out. A new lane goes last, so the first item
 * stays first.
 */
export class FairQueue<T> {
  readonly limit: number
  /** In the order of their turns; no lane is empty. */
  readonly #lanes = new Map<string, T[]>()
  #size = 0

  constructor(limit: number) {
    this.limit = limit
  }

  get size(): number {
    return this.#size
  }

  /** How many items leave the queue before the last one of this lane. */
  ahead(lane: string): number {
    const own = (this.#lanes.get(lane)?.length ?? 1) - 1
    let before = own
    let turn = 1
    for (const [other, { length }] of this.#lanes) {
      if (other === lane) turn = 0
      else before += Math.min(length, own + turn)
    }
    return before
  }

  /** False if the queue is full. */
  push(lane: string, item: T): boolean {
    if (this.#size >= this.limit) return false
    const items = this.#lanes.get(lane)
    if (items) items.push(item)
    else this.#lanes.set(lane, [item])
    this.#size += 1
    return true
  }

  shift(): T | undefined {
    const [first] = this.#lanes
    if (!first) return undefined
    const [lane, items] = first
    const item = items.shift()
    this.#lanes.delete(lane)
    if (items.length > 0) this.#lanes.set(lane, items)
    this.#size -= 1
    return item
  }

  peek(): T | undefined {
    return this.#lanes.values().next().value?.[0]
  }

  /** True if the item was in the queue. */
  remove(item: T): boolean {
    for (const [lane, items] of this.#lanes) {
      const index = items.indexOf(item)
      if (index < 0) continue
      items.splice(index, 1)
      if (items.length === 0) this.#lanes.delete(lane)
      this.#size -= 1
      return true
    }
    return false
  }

  /** Empties the queue and returns its items. */
  clear(): T[] {
    const items = [...this.#lanes.values()].flat()
    this.#lanes.clear()
    this.#size = 0
    return items
  }
}
