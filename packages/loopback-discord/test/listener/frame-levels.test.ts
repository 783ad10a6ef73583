import { describe, expect, test } from 'vitest'
import { frameLevels } from '../../src/listener/frame-levels.ts'
import { type DecodedFrame, decodeFrames } from '../../src/listener/playback.ts'
import { SILENCE_PACKET } from '../opus.ts'
import { babble, heardFrames } from './speech.ts'

const speech = babble(4, 1)
const frames = await decodeFrames(await heardFrames(speech))

/** The indexes of the frames that are more than 3 dB too quiet. */
function faint(heard: readonly DecodedFrame[]): number[] {
  return frameLevels(speech, heard)
    .filter(({ error }) => error < -3)
    .map(({ index }) => index)
}

function scaled(frame: DecodedFrame, gain: number): DecodedFrame {
  return { ...frame, pcm: frame.pcm!.map((sample) => Math.round(sample * gain)) }
}

describe('frameLevels', () => {
  test('speech through Opus has each frame at its level', () => {
    const levels = frameLevels(speech, frames)
    expect(levels.length).toBeGreaterThan(100)
    for (const { index, error } of levels) expect(Math.abs(error), `frame ${index}`).toBeLessThan(1)
  })

  test('a gain of the whole sentence is no error', () => {
    for (const { error } of frameLevels(
      speech,
      frames.map((frame) => scaled(frame, 0.25)),
    )) {
      expect(Math.abs(error)).toBeLessThan(1)
    }
  })

  test.each([0, 1, 77])('frame %i at half its level is found', (faded) => {
    const audible = frameLevels(speech, frames).map(({ index }) => index)
    const index = audible.find((one) => one >= faded)!
    expect(faint(frames.map((frame, at) => (at === index ? scaled(frame, 0.5) : frame)))).toEqual([index])
  })

  test('a first frame that predicts its level from nothing is found after silence packets', async () => {
    const predicted = await heardFrames(speech, 1000, true)
    const silence = predicted.slice(-5).map((frame, at) => ({ ...frame, sequence: predicted[0]!.sequence - 5 + at }))
    const heard = [...silence, ...predicted].map((frame, at) => ({ ...frame, arrival: at * 20, timestamp: at * 960 }))
    const first = frameLevels(speech, frames)[0]!.index
    expect(faint(await decodeFrames(heard))).toContain(first)
  })

  test('frames after a stall and after lost packets are compared with their own place', async () => {
    const heard = await heardFrames(speech)
    const silence = (at: number) => ({ ...heard[at]!, opus: SILENCE_PACKET, silence: true })
    const stalled = [...heard.slice(0, 50), ...Array.from({ length: 20 }, (_, at) => silence(at)), ...heard.slice(50)]
    const numbered = stalled.map((frame, at) => ({
      ...frame,
      arrival: at * 20,
      sequence: (65_500 + at) & 0xffff,
      timestamp: at * 960,
    }))
    expect(faint(await decodeFrames(numbered))).toEqual([])
    // The frame behind a lost one lacks the 2.5 ms that both share.
    const levels = frameLevels(speech, await decodeFrames(numbered.filter((_, at) => at !== 100 && at !== 101)))
    for (const { index, error } of levels) expect(Math.abs(error), `frame ${index}`).toBeLessThan(3)
  })
})
