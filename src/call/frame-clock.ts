import { FRAME_MS } from '../audio/format.ts'
import { type Clock, systemClock } from '../kernel/clock.ts'

export interface FrameSource {
  /** Sends the frame that is due now. Returns false to leave the clock; must not throw. */
  tick(): boolean
}

/** Sources that tick together, each from some moment on. */
interface Slot {
  due: number
  tickedAt: number
  readonly sources: Map<FrameSource, number>
}

const { eventLoopUtilization } = performance

/**
 * How far apart slots are. Each takes a wake of the event loop, which costs as much as a packet: at 1 ms, a hundred
 * speakers take a quarter more CPU.
 */
const SLOT_MS = 4
const SLOTS = FRAME_MS / SLOT_MS
/** Two frames of one source are never closer than this: lateness of less than a frame is made up little by little. */
const LEAST_GAP_MS = 15
/** How often the load is measured. */
const LOAD_INTERVAL_MS = 1_000
/**
 * Over how long it is averaged. A cold start or another program of the machine keeps the event loop at work for some
 * seconds without harm; more speakers than it can carry come one after the other, Discord lets in about one a second.
 */
const LOAD_AVERAGE_MS = 10_000
/** A timer may fire this much early without sending us to sleep again for a whole millisecond. */
const TOLERANCE_MS = 0.5

/**
 * One monotonic 20 ms clock for all speakers of the process.
 *
 * Each source starts at once and keeps its own phase, rounded to the nearest of a few slots: the first packet of an
 * utterance waits for nobody, and three hundred speakers do not all send in the same instant.
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
  /** When the first slot is due, give or take whole frames. */
  #origin = 0
  #load = 0
  #measured: { readonly at: number; readonly active: number }

  /** @param active for how long the event loop has been at work in all, in milliseconds */
  constructor(clock: Clock = systemClock, active = () => eventLoopUtilization().active) {
    this.#clock = clock
    this.#active = active
    this.#measured = { at: clock.now(), active: active() }
    this.#slots = Array.from({ length: SLOTS }, () => ({ due: 0, tickedAt: 0, sources: new Map() }))
  }

  /** How many sources are ticking. */
  get size(): number {
    return this.#slotOf.size
  }

  /**
   * The share of the last ten seconds in which the event loop was at work, 0 to 1, the latest counting most; 0 while
   * nobody speaks. Close to 1 all sources fall behind together.
   */
  get load(): number {
    return this.size > 0 ? this.#load : 0
  }

  /** Ticks `source` now, and every 20 ms from now. A source that is already ticking changes its phase to now. */
  start(source: FrameSource): void {
    this.stop(source)
    if (!source.tick()) return
    // Whoever speaks alone keeps time exactly.
    if (this.size === 0) this.#origin = this.#clock.now()
    const steps = Math.round((this.#clock.now() + FRAME_MS - this.#origin) / SLOT_MS)
    const due = this.#origin + steps * SLOT_MS
    const slot = this.#slots[steps % SLOTS]!
    if (slot.sources.size === 0) {
      slot.due = due
      slot.tickedAt = due - FRAME_MS
    }
    // The slot may be due at this very moment, and the source has just ticked.
    slot.sources.set(source, due)
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
      const { due } = slot
      slot.due += FRAME_MS
      slot.tickedAt = now
      for (const [source, from] of slot.sources) {
        if (due + TOLERANCE_MS >= from && this.#slotOf.get(source) === slot && !source.tick()) this.stop(source)
      }
    }
    this.#arm()
  }

  #measure(): void {
    const before = this.#measured
    const now = this.#clock.now()
    const elapsed = now - before.at
    if (elapsed < LOAD_INTERVAL_MS) return
    this.#measured = { at: now, active: this.#active() }
    const share = (this.#measured.active - before.active) / elapsed
    this.#load += (share - this.#load) * (1 - Math.exp(-elapsed / LOAD_AVERAGE_MS))
  }

  /** Moves the schedule when a whole frame or more was missed, keeping the distances between the slots. */
  #forgive(): void {
    const now = this.#clock.now()
    let late = 0
    for (const slot of this.#slots) if (slot.sources.size > 0) late = Math.max(late, now - slot.due)
    if (late < FRAME_MS) return
    for (const slot of this.#slots) slot.due += late
    this.#origin += late
  }
}

function nextTick({ due, tickedAt }: Slot): number {
  return Math.max(due, tickedAt + LEAST_GAP_MS)
}
