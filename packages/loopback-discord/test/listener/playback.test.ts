import { expect, test } from 'vitest'
import { compare } from '../../src/listener/compare.ts'
import { LivePlayer } from '../../src/listener/live-player.ts'
import { decodeFrames, render } from '../../src/listener/playback.ts'
import type { HeardFrame } from '../../src/listener/recording.ts'
import { babble, heardFrames } from './speech.ts'

const speech = babble(8, 5)
const sent = await heardFrames(speech)
const clean = render(await decodeFrames(sent))

/** One frame in ten lost, one in ten 60 ms late, in the order of their arrival. */
function disturbed(): HeardFrame[] {
  let state = 11
  const random = () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
  return sent
    .filter(() => random() > 0.1)
    .map((frame) => (random() > 0.1 ? frame : { ...frame, arrival: frame.arrival + 60 }))
    .sort((a, b) => a.arrival - b.arrival)
}

test('late packets are played in their place, and lost ones are concealed', async () => {
  const frames = disturbed()
  const heard = render(await decodeFrames(frames))
  // The first and the last frame may be among the lost.
  expect(Math.abs(heard.length - clean.length)).toBeLessThanOrEqual(2 * 960)
  expect(compare(speech, heard).correlation).toBeGreaterThan(0.85)
  // What is lost is filled: there is hardly more digital silence than the babble has of its own.
  expect(silentFrames(heard)).toBeLessThan(silentFrames(clean) + 6)
  // In the order of arrival the same packets are hardly to be understood.
  const shuffled = frames.map((frame, at) => ({ ...frame, sequence: at, timestamp: at * 960 }))
  expect(compare(speech, render(await decodeFrames(shuffled))).correlation).toBeLessThan(0.5)
})

function silentFrames(sound: Int16Array): number {
  const frames = Array.from({ length: sound.length / 960 }, (_, at) => sound.subarray(at * 960, at * 960 + 960))
  return frames.filter((frame) => frame.every((sample) => sample === 0)).length
}

test('live sound is the same, in order and without waiting where nothing is missing', async () => {
  const played: { sequence: number; pcm: Int16Array }[] = []
  const player = new LivePlayer((pcm, { sequence }) => played.push({ sequence, pcm }))
  await new Promise(setImmediate)
  for (const [index, frame] of sent.slice(0, 20).entries()) {
    player.push(frame)
    expect(played).toHaveLength(index + 1)
  }
  for (const frame of disturbed().filter(({ arrival }) => arrival >= sent[20]!.arrival)) player.push(frame)
  player.close()
  player.push(sent[0]!)
  const numbers = played.map(({ sequence }) => (sequence - sent[0]!.sequence) & 0xffff)
  expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, at) => at))
  expect(numbers.length).toBeGreaterThan(380)
  for (const { pcm } of played) expect(pcm).toHaveLength(960)
})

test('decoding gives way to other work', async () => {
  let turns = 0
  let over = false
  const count = () => {
    turns += 1
    if (!over) setImmediate(count)
  }
  setImmediate(count)
  await decodeFrames(sent)
  over = true
  expect(turns).toBeGreaterThan(15)
})

test('speech that goes on over another connection, with other numbers, stays in its place', async () => {
  const half = Math.floor(sent.length / 2)
  const moved = sent.map((frame, at) =>
    at < half
      ? frame
      : {
          ...frame,
          arrival: frame.arrival + 600,
          sequence: (frame.sequence + 30_000) & 0xffff,
          timestamp: (frame.timestamp + 1_500_000_000) >>> 0,
        },
  )
  const heard = render(await decodeFrames(moved))
  expect(Math.abs(heard.length - clean.length - 600 * 48)).toBeLessThanOrEqual(10 * 960)
  const cut = half * 480
  for (const part of [speech.subarray(0, cut), speech.subarray(cut)]) {
    expect(compare(part, heard).present).toBeGreaterThan(0.9)
  }
})
