import { isDeepStrictEqual } from 'node:util'
import type { Faults } from '@lector/loopback-speech'
import {
  finalData,
  formatEvent,
  refusalData,
  STREAM_HEADER,
  soundData,
  speakTones,
  startSpeechService,
  toneOf,
} from '@lector/loopback-speech'
import { expect, it } from 'vitest'
import { createPcmReader } from '../../../../src/audio/pcm-reader.ts'
import { UnsupportedAudioError } from '../../../../src/audio/wav.ts'
import { isLectorError } from '../../../../src/kernel/errors.ts'
import { createDashScopeEngine } from '../../../../src/speech/engines/dashscope/engine.ts'
import { createEventStreamReader, readPayloads } from '../../../../src/speech/engines/dashscope/event-stream.ts'
import { createDraw, type Draw } from '../../../support/draw.ts'

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

async function* inPieces(bytes: Buffer, draw: Draw): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; ) {
    const size = 1 + draw.below(draw.pick([3, 200, 5_000]))
    yield bytes.subarray(at, at + size)
    at += size
  }
}

it('reads 2,000 spoilt streams to their end without a crash, in whole samples', async () => {
  const draw = createDraw(20_261_122)
  const seen = { result: 0, error: 0, malformed: 0, unsupported: 0 }
  for (let round = 0; round < 2_000; round++) {
    const reader = createPcmReader()
    try {
      for await (const payload of readPayloads(inPieces(spoil(stream(draw), draw), draw), 200)) {
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

it('ends 200 utterances with random faults in speech or in a LectorError', async () => {
  const draw = createDraw(7)
  const refusal = { status: 429, code: 'Throttling', message: '' }
  const drawFaults = (): Faults => {
    const after = draw.below(4)
    return {
      pieces: Array.from({ length: 1 + draw.below(4) }, () => 1 + draw.below(5_000)),
      header: draw.pick(['wav', 'none', 'split', 'wav', 'mp3']),
      lineEnd: draw.pick(['\n', '\r\n']),
      ...(draw.chance(0.1) ? { bytesPerWrite: 50 + draw.below(500) } : {}),
      ...draw.pick<Faults>([
        {},
        {},
        {},
        { cut: { after } },
        { endWithoutStop: true },
        { refuse: { ...refusal, framed: draw.chance(0.5) } },
        { errorEvent: { after, refusal } },
        { malformedJson: { after } },
        { badBase64: { after } },
        { stall: { after, ms: 60_000 } },
        { delay: 60_000 },
        { silent: true },
        { redirect: 'http://127.0.0.1:9/' },
      ]),
    }
  }
  const service = await startSpeechService({
    synthesize: speakTones,
    faults: drawFaults,
    requestsPerMinute: 10_000,
    keep: 1_000,
  })
  const deadlines = { firstAudio: 300, stall: 300 }
  const engine = createDashScopeEngine({ apiKey: service.key, baseUrl: service.baseUrl, deadlines })
  const outcomes = { spoken: 0, failed: 0 }

  const speakOne = async (text: string) => {
    const heard: Buffer[] = []
    try {
      const utterance = { text, voice: 'Cherry', language: 'en' } as const
      for await (const event of engine.speak(utterance, new AbortController().signal)) {
        if (event.kind === 'audio') heard.push(event.pcm)
      }
      outcomes.spoken++
      expect(Buffer.concat(heard).equals(toneOf(text))).toBe(true)
    } catch (error) {
      if (!isLectorError(error)) throw error
      outcomes.failed++
      // What was heard before a failure is right as far as it goes.
      const pcm = Buffer.concat(heard)
      expect(pcm.equals(toneOf(text).subarray(0, pcm.length))).toBe(true)
    }
  }
  for (let round = 0; round < 10; round++) {
    await Promise.all(Array.from({ length: 20 }, (_, i) => speakOne(`Sentence ${i} of round ${round}.`)))
  }
  expect(outcomes.spoken + outcomes.failed).toBe(200)
  expect(outcomes.spoken).toBeGreaterThan(30)
  expect(outcomes.failed).toBeGreaterThan(30)
  await expect.poll(() => service.requests.filter(({ state }) => state === 'running').length).toBe(0)
  await engine.close()
  await service.close()
})
