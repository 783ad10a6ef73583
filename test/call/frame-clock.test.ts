import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FrameClock, type FrameSource } from '../../src/call/frame-clock.ts'
import { seededRandom } from '../support/random.ts'
import { TURNED, turnedClock } from '../support/turned-clock.ts'

/** Keeps when it was asked for a frame; leaves after `limit` of them. */
class Ticker implements FrameSource {
  readonly times: number[] = []
  readonly #limit: number

  constructor(limit = Number.POSITIVE_INFINITY) {
    this.#limit = limit
  }

  get gaps(): number[] {
    return this.times.slice(1).map((time, index) => time - this.times[index]!)
  }

  tick(): boolean {
    this.times.push(performance.now())
    return this.times.length < this.#limit
  }
}

/** What the event loop was blocked for: timers fire so much later than they should. */
let lag = 0
const laggingClock = { ...turnedClock, now: () => performance.now() + lag }

beforeEach(() => {
  lag = 0
  vi.useFakeTimers({ toFake: [...TURNED] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('FrameClock', () => {
  it('ticks at once and then every 20 ms', () => {
    const frames = new FrameClock(turnedClock)
    const source = new Ticker()
    const start = performance.now()
    frames.start(source)
    expect(source.times).toEqual([start])
    vi.advanceTimersByTime(200)
    expect(source.times).toHaveLength(11)
    expect(new Set(source.gaps)).toEqual(new Set([20]))
  })

  it('lets a source go that returns false, at its first tick too, and then sleeps', () => {
    const frames = new FrameClock(turnedClock)
    const [one, three] = [new Ticker(1), new Ticker(3)]
    frames.start(one)
    frames.start(three)
    expect(frames.size).toBe(1)
    vi.advanceTimersByTime(100)
    expect([one.times.length, three.times.length, frames.size, vi.getTimerCount()]).toEqual([1, 3, 0, 0])
  })

  it('ticks a stopped source no more', () => {
    const frames = new FrameClock(turnedClock)
    const source = new Ticker()
    frames.start(source)
    vi.advanceTimersByTime(30)
    frames.stop(source)
    frames.stop(source)
    vi.advanceTimersByTime(100)
    expect([source.times.length, vi.getTimerCount()]).toEqual([2, 0])
  })

  it('gives a source that starts again its new phase', () => {
    const frames = new FrameClock(turnedClock)
    const source = new Ticker()
    frames.start(source)
    vi.advanceTimersByTime(27)
    frames.start(source)
    vi.advanceTimersByTime(60)
    expect(source.gaps).toEqual([20, 7, 20, 20, 20])
    expect(frames.size).toBe(1)
  })

  it('keeps the phase of each of 300 sources, and all of them at 50 frames a second', () => {
    const random = seededRandom(300)
    const frames = new FrameClock(turnedClock)
    const sources: Ticker[] = []
    for (let index = 0; index < 300; index++) {
      const source = new Ticker()
      sources.push(source)
      frames.start(source)
      vi.advanceTimersByTime(random() * 3)
    }
    vi.advanceTimersByTime(1_000)
    expect(frames.size).toBe(300)
    const spread = new Set<number>()
    for (const { times, gaps } of sources) {
      // The first gap finds the slot, four milliseconds from the next; timers are up to one late.
      expect(Math.abs(gaps[0]! - 20)).toBeLessThan(3.5)
      for (const gap of gaps.slice(1)) expect(Math.abs(gap - 20)).toBeLessThan(2)
      expect(Math.abs(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length - 20)).toBeLessThan(0.1)
      spread.add(Math.floor(times.at(-1)! % 20))
    }
    expect(spread.size).toBeGreaterThanOrEqual(5)
  })

  it('gives the second frame a whole frame after the first, wherever the others are', () => {
    for (let step = 0; step < 400; step++) {
      const offset = (step % 80) / 4
      vi.advanceTimersByTime(Math.floor(step / 80) * 0.2)
      const frames = new FrameClock(turnedClock)
      const [first, second] = [new Ticker(), new Ticker()]
      frames.start(first)
      vi.advanceTimersByTime(40 + offset)
      frames.start(second)
      vi.advanceTimersByTime(100)
      expect(second.gaps[0], `${offset} ms after another`).toBeGreaterThanOrEqual(18)
      expect(second.gaps[0], `${offset} ms after another`).toBeLessThan(23.5)
      frames.stop(first)
      frames.stop(second)
    }
  })

  it('sends no burst after the event loop was blocked, and keeps the phases apart', () => {
    const frames = new FrameClock(laggingClock)
    const sources = [new Ticker(), new Ticker(), new Ticker()]
    for (const source of sources) {
      frames.start(source)
      vi.advanceTimersByTime(5)
    }
    vi.advanceTimersByTime(200)
    const before = sources.map(({ times }) => times.length)
    const apart = sources.map(({ times }) => times.at(-1)!).toSorted((a, b) => a - b)

    lag += 137
    vi.advanceTimersByTime(20)
    for (const [index, { times }] of sources.entries()) expect(times.length - before[index]!).toBeLessThanOrEqual(2)
    vi.advanceTimersByTime(200)
    for (const [index, { times, gaps }] of sources.entries()) {
      expect(times.length - before[index]!).toBeLessThanOrEqual(12)
      expect(gaps.slice(-9).every((gap) => gap === 20)).toBe(true)
    }
    const after = sources.map(({ times }) => times.at(-1)!).toSorted((a, b) => a - b)
    expect(circular(after)).toEqual(circular(apart))
  })

  it('catches up what is less than a frame', () => {
    const frames = new FrameClock(laggingClock)
    const source = new Ticker()
    frames.start(source)
    vi.advanceTimersByTime(100)
    lag += 15
    vi.advanceTimersByTime(100)
    expect(source.times.length).toBe(11)
  })

  it('keeps two frames at least 15 ms apart while it catches up, also when it was blocked in the middle of a round', () => {
    const frames = new FrameClock(laggingClock)
    const sent: number[] = []
    let blocked = 0
    const blocking = {
      tick() {
        lag += blocked
        blocked = 0
        return true
      },
    }
    frames.start(blocking)
    vi.advanceTimersByTime(2)
    frames.start({ tick: () => sent.push(laggingClock.now()) > 0 })
    for (const stall of [6, 13, 19, 26, 140]) {
      vi.advanceTimersByTime(200)
      blocked = stall
    }
    vi.advanceTimersByTime(200)
    const gaps = sent.slice(1).map((time, index) => time - sent[index]!)
    expect(gaps.length).toBeGreaterThan(45)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(15 - 0.5)
  })

  it('tells how much the event loop is at work lately, and nothing while nobody speaks', () => {
    let active = 0
    const frames = new FrameClock(turnedClock, () => active)
    const source = new Ticker()
    const work = (share: number, seconds: number) => {
      for (let second = 0; second < seconds; second++) {
        active += share * 1_000
        vi.advanceTimersByTime(1_000)
      }
    }
    frames.start(source)
    expect(frames.load).toBe(0)
    work(0.8, 60)
    expect(frames.load).toBeCloseTo(0.8, 1)
    work(0.3, 60)
    expect(frames.load).toBeCloseTo(0.3, 1)
    frames.stop(source)
    expect(frames.load).toBe(0)
  })

  it('takes some busy seconds for no load, and a pause for none at all', () => {
    let active = 0
    const frames = new FrameClock(turnedClock, () => active)
    const source = new Ticker()
    frames.start(source)
    active += 5_000
    vi.advanceTimersByTime(5_000)
    expect(frames.load).toBeGreaterThan(0.3)
    expect(frames.load).toBeLessThan(0.5)
    frames.stop(source)
    vi.advanceTimersByTime(60_000)
    frames.start(source)
    vi.advanceTimersByTime(1_000)
    expect(frames.load).toBeLessThan(0.1)
  })

  it("does not care about the machine's clock", () => {
    const frames = new FrameClock(turnedClock)
    const source = new Ticker()
    frames.start(source)
    vi.advanceTimersByTime(60)
    vi.setSystemTime(Date.now() - 3_600_000)
    vi.advanceTimersByTime(60)
    vi.setSystemTime(Date.now() + 7_200_000)
    vi.advanceTimersByTime(60)
    expect(source.gaps).toEqual(Array(9).fill(20))
  })
})

/** The distances around the 20 ms circle, smallest first. */
function circular(times: readonly number[]): number[] {
  const phases = times.map((time) => time % 20).toSorted((a, b) => a - b)
  return phases
    .map((phase, index) => (phases[(index + 1) % phases.length]! - phase + 20) % 20)
    .toSorted((a, b) => a - b)
}
