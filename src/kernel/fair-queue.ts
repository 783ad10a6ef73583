/** Seconds that one lane may be ahead of another that waits. */
const LEAD = 10

/**
 * A bounded queue with a lane for each person. Lanes take turns, one item each, so that ten messages of one person do
 * not delay everyone else; a lane that was charged for more seconds than another waits until that one has caught up.
 * Within a lane, first in is first out. A new lane goes last, so the first item stays first.
 */
export class FairQueue<T> {
  readonly limit: number
  /** In the order of their turns; no lane is empty. */
  readonly #lanes = new Map<string, T[]>()
  /** Seconds that each lane has had since the queue was last empty. */
  readonly #charged = new Map<string, number>()
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
    else {
      // Whoever was silent has no claim to the time that others had meanwhile.
      this.charge(lane, Math.max(0, this.#least() - this.#chargedTo(lane)))
      this.#lanes.set(lane, [item])
    }
    this.#size += 1
    return true
  }

  /** Takes the newest item of the longest lane out, if that lane is longer than this one would be; else undefined. */
  makeRoom(lane: string): T | undefined {
    const own = (this.#lanes.get(lane)?.length ?? 0) + 1
    const longest = [...this.#lanes.values()].reduce((most, items) => (items.length > most.length ? items : most), [])
    const last = longest.length > own ? longest.at(-1) : undefined
    if (last !== undefined) this.remove(last)
    return last
  }

  /** True if another lane waits. */
  othersWait(lane: string): boolean {
    return [...this.#lanes.keys()].some((other) => other !== lane)
  }

  /** Counts what an item of a lane took. */
  charge(lane: string, seconds: number): void {
    if (this.#size === 0 && seconds > 0) this.#charged.clear()
    this.#charged.set(lane, this.#chargedTo(lane) + seconds)
  }

  shift(): T | undefined {
    const next = this.#next()
    if (!next) return undefined
    const [lane, items] = next
    const item = items.shift()
    this.#lanes.delete(lane)
    if (items.length > 0) this.#lanes.set(lane, items)
    this.#size -= 1
    return item
  }

  peek(): T | undefined {
    return this.#next()?.[1][0]
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

  /** Empties one lane and returns its items. */
  clearLane(lane: string): T[] {
    const items = this.#lanes.get(lane) ?? []
    this.#lanes.delete(lane)
    this.#size -= items.length
    return items
  }

  /** Empties the queue and returns its items. */
  clear(): T[] {
    const items = [...this.#lanes.values()].flat()
    this.#lanes.clear()
    this.#size = 0
    return items
  }

  /** The first lane that is not too far ahead of the one that had least. */
  #next(): [lane: string, items: T[]] | undefined {
    const most = this.#least() + LEAD
    for (const entry of this.#lanes) if (this.#chargedTo(entry[0]) <= most) return entry
    return undefined
  }

  #least(): number {
    const charges = Array.from(this.#lanes.keys(), (lane) => this.#chargedTo(lane))
    return charges.length === 0 ? 0 : Math.min(...charges)
  }

  #chargedTo(lane: string): number {
    return this.#charged.get(lane) ?? 0
  }
}
