import { describe, expect, it } from 'vitest'
import { paceOf } from '../../../src/speech/engines/dashscope/pace.ts'
import { FairPace } from '../../../src/speech/stack/fair-pace.ts'
import { handClock } from '../../support/hand-clock.ts'

const never = () => new AbortController().signal

/** Whose turns came, and when. */
function watch() {
  const clock = handClock()
  const pace = new FairPace(paceOf('qwen3-tts-flash'), clock)
  const turns: { origin: string; at: number }[] = []
  const ask = (origin: string, signal = never()) =>
    pace.turn(origin, signal).then(() => turns.push({ origin, at: clock.now() }))
  return { clock, turns, ask, origins: () => turns.map(({ origin }) => origin).join('') }
}

describe('FairPace', () => {
  it('never lets more than 3 go in a second, nor 180 in a minute', async () => {
    const { clock, turns, ask } = watch()
    for (let i = 0; i < 400; i++) void ask(String(i % 7))
    await clock.turn(180_000)
    expect(turns).toHaveLength(400)
    for (const [limit, window] of [
      [3, 1_000],
      [180, 60_000],
    ] as const) {
      for (let i = limit; i < turns.length; i++) {
        expect(turns[i]!.at - turns[i - limit]!.at).toBeGreaterThanOrEqual(window)
      }
    }
    expect(turns.at(-1)!.at).toBeLessThan(140_000)
    expect(clock.sleeping).toBe(0)
  })

  it('lets the first ones go at once', async () => {
    const { clock, turns, ask } = watch()
    for (let i = 0; i < 3; i++) void ask('a')
    await clock.turn(0)
    expect(turns.map(({ at }) => at)).toEqual([0, 0, 0])
  })

  it('takes turns by origin: who asks for one waits behind one of each, not behind all', async () => {
    const { clock, ask, origins } = watch()
    for (let i = 0; i < 9; i++) void ask('a')
    void ask('b')
    void ask('c')
    void ask('b')
    await clock.turn(10_000)
    expect(origins()).toBe('aaaabcabaaaa')
  })

  it('counts nobody who has left, and sets no alarm for them', async () => {
    const { clock, ask, origins } = watch()
    for (let i = 0; i < 3; i++) void ask('a')
    const stop = new AbortController()
    const left = [ask('b', stop.signal), ask('b', stop.signal)]
    await clock.turn(10)
    expect(clock.sleeping).toBe(1)
    stop.abort()
    for (const promise of left) await expect(promise).rejects.toBe(stop.signal.reason)
    expect(clock.sleeping).toBe(0)
    void ask('c')
    await clock.turn(1_000)
    expect(origins()).toBe('aaac')
  })

  it('refuses who has left before asking', async () => {
    const { ask } = watch()
    const reason = new Error('gone')
    await expect(ask('a', AbortSignal.abort(reason))).rejects.toBe(reason)
  })
})
