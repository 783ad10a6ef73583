import { isDeepStrictEqual } from 'node:util'
import { finalData, formatEvent, refusalData, STREAM_HEADER, soundData } from '@lector/loopback-speech'
import { expect, it } from 'vitest'
import { createAnswerReader, createEventStreamReader } from '../src/event-stream.ts'
import { createWavReader, UnsupportedAudioError } from '../src/wav-reader.ts'
import { createDraw, type Draw } from './support/draw.ts'

const ANSWER = { requestId: 'r-1', characters: 5, expiresAt: 1_769_158_890 }

/** A good stream in bytes, with a WAV header or without. */
function stream(draw: Draw): Buffer {
  const lineEnd = draw.pick(['\n', '\r\n'])
  const events: string[] = []
  const add = (data: string) => events.push(formatEvent(events.length + 1, data, { lineEnd }))
  if (draw.chance(0.7)) add(soundData(ANSWER, STREAM_HEADER))
  for (let i = draw.below(6); i >= 0; i--) add(soundData(ANSWER, draw.bytes(draw.below(3_000))))
  if (draw.chance(0.1)) add(refusalData({ status: 429, code: 'Throttling', message: '' }, 'r-1'))
  add(finalData(ANSWER, 'http://x/'))
  return Buffer.from(events.join(''))
}

/** Flips, drops, doubles and inserts bytes. */
function spoil(bytes: Buffer, draw: Draw): Buffer {
  let spoilt = bytes
  for (let i = draw.below(6); i > 0; i--) {
    const at = draw.below(spoilt.length + 1)
    const length = draw.below(40)
    const [before, middle, after] = [
      spoilt.subarray(0, at),
      spoilt.subarray(at, at + length),
      spoilt.subarray(at + length),
    ]
    const noise = draw.pick([draw.bytes(length), Buffer.from(':{}[]"\\\r\n\u2028=é'), Buffer.alloc(0)])
    spoilt = Buffer.concat(
      draw.pick([[before, noise, after], [before, after], [before, middle, middle, after], [before]]),
    )
  }
  return spoilt
}

function inPieces(bytes: Buffer, draw: Draw): Buffer[] {
  const pieces: Buffer[] = []
  for (let at = 0; at < bytes.length; ) {
    const size = 1 + draw.below(draw.pick([3, 200, 5_000]))
    pieces.push(bytes.subarray(at, at + size))
    at += size
  }
  return pieces
}

it('reads 2,000 spoilt streams to their end without a crash, in whole samples', () => {
  const draw = createDraw(20_261_122)
  const seen = { result: 0, error: 0, malformed: 0, unsupported: 0 }
  for (let round = 0; round < 2_000; round++) {
    const answer = createAnswerReader(200)
    const reader = createWavReader()
    try {
      const pieces = inPieces(spoil(stream(draw), draw), draw)
      const payloads = [...pieces.flatMap((piece) => answer.push(piece)), ...answer.end()]
      for (const payload of payloads) {
        seen[payload.kind]++
        if (payload.kind === 'result') expect(reader.push(payload.audio).length % 2).toBe(0)
      }
      expect(reader.flush().length % 2).toBe(0)
    } catch (error) {
      if (!(error instanceof UnsupportedAudioError)) throw error
      seen.unsupported++
    }
  }
  // Every way out was taken, or the streams are not as spoilt as they should be.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(5)
})

it('reads 10,000 spoilt streams alike, however they are cut', () => {
  const draw = createDraw(10_000)
  const streams = Array.from({ length: 40 }, () => stream(draw))
  for (let round = 0; round < 10_000; round++) {
    const bytes = spoil(draw.pick(streams), draw)
    const whole = createEventStreamReader().push(bytes)
    const reader = createEventStreamReader()
    const cuts = Array.from({ length: draw.below(6) }, () => draw.below(bytes.length + 1)).sort((a, b) => a - b)
    const pieces = [0, ...cuts].map((from, index) => bytes.subarray(from, cuts[index] ?? bytes.length))
    expect(
      isDeepStrictEqual(
        pieces.flatMap((piece) => reader.push(piece)),
        whole,
      ),
      `round ${round}`,
    ).toBe(true)
  }
})
