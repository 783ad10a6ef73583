import { describe, expect, test } from 'vitest'
import { compare } from '../../src/listener/compare.ts'
import { decodeFrames, render } from '../../src/listener/playback.ts'
import type { HeardFrame } from '../../src/listener/recording.ts'
import { babble, heardFrames } from './speech.ts'

const speech = babble(4, 1)
const frames = await heardFrames(speech)

async function heard(kept: readonly HeardFrame[]): Promise<Int16Array> {
  return render(await decodeFrames(kept))
}

describe('speech that went through Opus', () => {
  test('is recognised as a whole', async () => {
    const { correlation, present, missing, lag } = compare(speech, await heard(frames))
    expect(correlation).toBeGreaterThan(0.9)
    expect(present).toBe(1)
    expect(missing).toEqual([])
    expect(Math.abs(lag)).toBeLessThan(20)
  })

  test('is recognised when it is quieter', async () => {
    const { correlation, present } = compare(
      speech,
      (await heard(frames)).map((sample) => sample / 10),
    )
    expect(correlation).toBeGreaterThan(0.9)
    expect(present).toBe(1)
  })

  test('is found where it begins', async () => {
    const late = new Int16Array(48_000 * 7)
    late.set(await heard(frames), 48_000 * 1.5)
    const { lag, correlation } = compare(speech, late)
    expect(lag).toBeGreaterThan(1490)
    expect(lag).toBeLessThan(1520)
    expect(correlation).toBeGreaterThan(0.9)
  })

  test('shows a missing word', async () => {
    const { present, missing } = compare(speech, await heard([...frames.slice(0, 75), ...frames.slice(100)]))
    expect(present).toBeLessThan(0.95)
    expect(present).toBeGreaterThan(0.7)
    expect(missing[0]!.from).toBeGreaterThanOrEqual(1400)
    expect(missing.at(-1)!.to).toBeLessThanOrEqual(2200)
  })

  test('shows a tail that was cut', async () => {
    const { present, missing } = compare(speech, await heard(frames.slice(0, 150)))
    expect(present).toBeLessThan(0.8)
    expect(missing.at(-1)!.to).toBeGreaterThanOrEqual(3800)
    expect(missing.at(-1)!.from).toBeGreaterThanOrEqual(2800)
  })

  test('is still there after a stall that was filled with silence', async () => {
    const whole = await heard(frames)
    const stalled = new Int16Array(whole.length + 3840)
    stalled.set(whole.subarray(0, 96_000))
    stalled.set(whole.subarray(96_000), 96_000 + 3840)
    expect(compare(speech, stalled).present).toBeGreaterThan(0.9)
  })
})

describe('something else', () => {
  test.each([2, 3, 4, 5])('is not taken for the speech: babble %i', async (seed) => {
    const { correlation, present } = compare(speech, await heard(await heardFrames(babble(4, seed))))
    expect(correlation).toBeLessThan(0.3)
    expect(present).toBeLessThan(0.3)
  })

  test('is not heard in silence', () => {
    expect(compare(speech, new Int16Array(48_000))).toMatchObject({ correlation: 0, present: 0 })
    expect(compare(speech, new Int16Array())).toMatchObject({ correlation: 0, present: 0 })
  })

  test('is not missed where nothing was said', () => {
    expect(compare(new Int16Array(), new Int16Array())).toMatchObject({ present: 1, missing: [] })
  })
})
