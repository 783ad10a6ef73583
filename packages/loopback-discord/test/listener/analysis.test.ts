import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/listener/analysis.ts'
import { decodeFrames, render } from '../../src/listener/playback.ts'
import { splitUtterances } from '../../src/listener/utterances.ts'
import { babble, heardFrames } from './speech.ts'

const frames = await heardFrames(babble(1, 1))
const decoded = await decodeFrames(frames)
/** A second utterance: the sequence goes on, the timestamp stood still meanwhile. */
const second = (await heardFrames(babble(1, 2), 4000)).map((frame) => ({
  ...frame,
  sequence: (frame.sequence + frames.length) & 0xffff,
  timestamp: (frame.timestamp + 960 * frames.length) >>> 0,
}))

describe('utterances', () => {
  test('are told apart by a pause that silence announces', () => {
    expect(splitUtterances([...frames, ...second]).map(({ length }) => length)).toEqual([55, 55])
  })

  test('are not torn apart by a stall', () => {
    const stalled = frames.map((frame, index) => (index < 20 ? frame : { ...frame, arrival: frame.arrival + 900 }))
    expect(splitUtterances(stalled)).toHaveLength(1)
  })

  test('do not begin with silence', () => {
    expect(splitUtterances(frames.slice(-5))).toEqual([])
    expect(splitUtterances([])).toEqual([])
  })
})

describe('an utterance', () => {
  test('that is whole measures as it was said', () => {
    const [analysis] = analyse(decoded)
    expect(analysis).toMatchObject({
      start: 1000,
      speech: 1000,
      received: 55,
      lost: 0,
      timestampSteps: [960],
      longestGap: 20,
      unencrypted: 0,
      undecryptable: 0,
    })
    expect(analysis!.peak).toBeGreaterThan(0.05)
    expect(analysis!.rms).toBeGreaterThan(0.01)
    expect(analysis!.rms).toBeLessThan(analysis!.peak)
    expect(analysis!.firstSound).toBeLessThan(1060)
  })

  test('counts what was lost, late, overtaken, in the clear and undecryptable', () => {
    const damaged = decoded
      .filter((_, index) => index !== 10 && index !== 11)
      .map((frame, index) => (index < 30 ? frame : { ...frame, arrival: frame.arrival + 100 }))
      .map((frame, index) => (index === 3 ? { ...frame, endToEndEncrypted: false } : frame))
      .map((frame, index) => (index === 4 ? { ...frame, opus: undefined, pcm: undefined } : frame))
    ;[damaged[20], damaged[21]] = [damaged[21]!, damaged[20]!]
    const [analysis] = analyse(damaged)
    expect(analysis).toMatchObject({ lost: 2, unencrypted: 1, undecryptable: 1, longestGap: 120, received: 53 })
    expect(analysis!.timestampSteps).toEqual([-960, 960, 1920, 2880])
  })

  test('that cannot be heard has no first sound', () => {
    const silent = decoded.map((frame) => ({ ...frame, pcm: new Int16Array(960) }))
    expect(analyse(silent)[0]).toMatchObject({ firstSound: undefined, peak: 0, rms: 0 })
  })
})

describe('playback', () => {
  test('leaves silence where nothing was decoded', () => {
    const sound = render(decoded.filter((_, index) => index < 20 || index >= 30))
    expect(sound).toHaveLength(55 * 960)
    expect(sound.subarray(20 * 960, 30 * 960).every((sample) => sample === 0)).toBe(true)
    expect(sound.subarray(30 * 960, 45 * 960).some((sample) => Math.abs(sample) > 1000)).toBe(true)
  })

  test('keeps the pause between utterances, which timestamps do not show', async () => {
    expect(render(await decodeFrames([...frames, ...second]))).toHaveLength(48 * 3000 + 55 * 960)
  })

  test('puts overtaken frames where they belong', () => {
    const swapped = [...decoded]
    ;[swapped[20], swapped[21]] = [swapped[21]!, swapped[20]!]
    expect(render(swapped)).toEqual(render(decoded))
  })

  test('of nothing is nothing', () => {
    expect(render([])).toHaveLength(0)
  })
})
