import { FRAME_MS } from '../audio/format.ts'
import { type Clock, systemClock } from '../kernel/clock.ts'

export interface FrameSource {
  /** Sends the frame that is due now. Returns false to leave the clock; must not throw. */
  tick(): boolean
}

/** Sources that tick together. */
interface Slot {
  due: number
  tickedAt: number
  readonly sources: Set<FrameSource>
}

const { eventLoopUtilization } = performance

/** Sources whose frames are due this close together share a slot. */
const SLOT_MS = 1
/** Two frames of one source are never closer than this: lateness of less than a frame is made up little by little. */
const LEAST_GAP_MS = 15
/** Over how long the load is measured. */
const LOAD_WINDOW_MS = 1_000
/** A timer may fire this much early without sending us to sleep again for a whole millisecond. */
const TOLERANCE_MS = 0.5

/**
 * One monotonic 20 ms clock for all speakers of the process.
 *
 * Each source starts at once and keeps its own phase, rounded to one of twenty slots a millisecond apart: the first
 * packet of an utterance waits for nobody, and three hundred speakers do not all send in the same instant.
 *
 * After the event loop was blocked, frames are not sent in a burst (listeners' jitter buffers would drop or squeeze
 * them): the whole schedule moves by what was lost, and every source goes on with its next frame.
 */
export class FrameClock {
  readonly #clock: Clock
  readonly #slots: readonly Slot[]
  readonly #slotOf = new Map<FrameSource, Slot>()
  #timer: NodeJS.Timeout | undefined
  readonly #active: () => number
  #load = 0
  #measured = { at: 0, active: 0 }

  /** @param active for how long the event loop has been at work in all, in milliseconds */
  constructor(clock: Clock = systemClock, active = () => eventLoopUtilization().active) {
    this.#clock = clock
    this.#active = active
    this.#slots = Array.from({ length: FRAME_MS / SLOT_MS }, () => ({ due: 0, tickedAt: 0, sources: new Set() }))
  }

  /** How many sources are ticking. */
  get size(): number {
    return this.#slotOf.size
  }

  /**
   * The share of the last second in which the event loop was at work, 0 to 1; 0 while nobody speaks. Close to 1 all
   * sources fall behind together.
   */
  get load(): number {
    return this.size > 0 ? this.#load : 0
  }

  /** Ticks `source` now, and every 20 ms from now. A source that is already ticking changes its phase to now. */
  start(source: FrameSource): void {
    this.stop(source)
    if (!source.tick()) return
    const slot = this.#slotFor(this.#clock.now() + FRAME_MS)
    slot.sources.add(source)
    this.#slotOf.set(source, slot)
    this.#arm()
  }

  stop(source: FrameSource): void {
    this.#slotOf.get(source)?.sources.delete(source)
    this.#slotOf.delete(source)
    if (this.#slotOf.size > 0) return
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  /** By the moment itself, not by its place in the circle: a slot that is due right now would tick twice in one frame. */
  #slotFor(due: number): Slot {
    let free: Slot | undefined
    let nearest: Slot | undefined
    for (const slot of this.#slots) {
      if (slot.sources.size === 0) free = slot
      else if (!nearest || Math.abs(slot.due - due) < Math.abs(nearest.due - due)) nearest = slot
    }
    if (nearest && (!free || Math.abs(nearest.due - due) < SLOT_MS)) return nearest
    free!.due = due
    free!.tickedAt = due - FRAME_MS
    return free!
  }

  #arm(): void {
    let next = Number.POSITIVE_INFINITY
    for (const slot of this.#slots) if (slot.sources.size > 0) next = Math.min(next, nextTick(slot))
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (next < Number.POSITIVE_INFINITY) {
      this.#timer = setTimeout(() => this.#wake(), Math.max(1, next - this.#clock.now()))
    }
  }

  #wake(): void {
    this.#measure()
    this.#forgive()
    for (const slot of this.#slots) {
      const now = this.#clock.now()
      if (slot.sources.size === 0 || nextTick(slot) > now + TOLERANCE_MS) continue
      slot.due += FRAME_MS
      slot.tickedAt = now
      for (const source of slot.sources) if (this.#slotOf.get(source) === slot && !source.tick()) this.stop(source)
    }
    this.#arm()
  }

  #measure(): void {
    const elapsed = this.#clock.now() - this.#measured.at
    if (elapsed < LOAD_WINDOW_MS) return
    const active = this.#active()
    // After a pause, what was before it says nothing.
    this.#load = elapsed < 2 * LOAD_WINDOW_MS ? (active - this.#measured.active) / elapsed : 0
    this.#measured = { at: this.#clock.now(), active }
  }

  /** Moves the schedule when a whole frame or more was missed, keeping the distances between the slots. */
  #forgive(): void {
    const now = this.#clock.now()
    let late = 0
    for (const slot of this.#slots) if (slot.sources.size > 0) late = Math.max(late, now - slot.due)
    if (late < FRAME_MS) return
    for (const slot of this.#slots) slot.due += late
  }
}

function nextTick({ due, tickedAt }: Slot): number {
  return Math.max(due, tickedAt + LEAST_GAP_MS)
}
