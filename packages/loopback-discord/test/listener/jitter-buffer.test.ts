import { expect, test } from 'vitest'
import { JitterBuffer } from '../../src/listener/jitter-buffer.ts'
import type { HeardFrame } from '../../src/listener/recording.ts'

function frame(index: number, arrival = index * 20): HeardFrame {
  const sequence = (65_530 + index) & 0xffff
  return { arrival, sequence, timestamp: index * 960, opus: Buffer.of(index), endToEndEncrypted: true, silence: false }
}

/** What is played, as one letter a frame and a dot for a lost one. */
function play(frames: readonly HeardFrame[]): string {
  const buffer = new JitterBuffer<HeardFrame>()
  const slots = [...frames.flatMap((one) => buffer.push(one)), ...buffer.flush()]
  return slots.map((slot) => (slot.frame ? String.fromCharCode(97 + slot.frame.opus![0]!) : '.')).join('')
}

test('frames in order are played at once, also where their numbers wrap', () => {
  const buffer = new JitterBuffer<HeardFrame>()
  for (let index = 0; index < 10; index++) expect(buffer.push(frame(index))).toHaveLength(1)
})

test('a frame that is overtaken within 80 ms is played in its place', () => {
  expect(play([frame(0), frame(2), frame(3), frame(1, 75), frame(4), frame(5)])).toBe('abcdef')
})

test('a frame that is later than 80 ms is lost', () => {
  expect(play([0, 2, 3, 4, 5, 6].map((index) => frame(index)).concat(frame(1, 125)))).toBe('a.cdefg')
})

test('lost frames leave a gap of their length', () => {
  expect(play([0, 1, 5, 6, 9].map((index) => frame(index)))).toBe('ab...fg..j')
})

test('a frame that arrives twice is played once', () => {
  expect(play([frame(0), frame(1), frame(1), frame(3), frame(3), frame(2, 65)])).toBe('abcd')
})

test('a new voice session starts at its own sequence number and leaves no gap', () => {
  const next = { ...frame(2), sequence: 12_345 }
  expect(play([frame(0), frame(1), next])).toBe('abc')
})

test('frames in any order within the patience are played in order', () => {
  const random = lehmer(23)
  for (let round = 0; round < 200; round++) {
    // The first frame is played at once, so it arrives first.
    const late = [0, ...Array.from({ length: 19 }, () => random() * 60)]
    const arrivals = late.map((by, index) => frame(index, index * 20 + by)).sort((a, b) => a.arrival - b.arrival)
    expect(play(arrivals)).toBe('abcdefghijklmnopqrst')
  }
})

/** Numbers in [0, 1) that are the same in every run. */
function lehmer(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
