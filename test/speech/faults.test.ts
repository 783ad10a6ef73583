import type { Faults } from '@lector/loopback-speech'
import {
  formatEvent,
  REFUSALS,
  type SpeechService,
  STREAM_HEADER,
  soundData,
  speakTones,
  startSpeechService,
  toneOf,
} from '@lector/loopback-speech'
import { afterEach, describe, expect, it } from 'vitest'
import { type ErrorCode, LectorError } from '../../src/kernel/errors.ts'
import type { SpeechEngine, SpeechEvent, SpeechNotice, Utterance } from '../../src/speech/engine.ts'
import { createDashScopeEngine } from '../../src/speech/engines/dashscope/engine.ts'
import { composeEngine } from '../../src/speech/stack/compose.ts'
import { FairPace } from '../../src/speech/stack/fair-pace.ts'
import { failing, scriptedEngine, tonesOf } from '../support/scripted-engine.ts'

const FIRST = 'Here is a sentence that is as long as three pieces. '
const REST = 'This is the one in which it happens. And this is how it ends.'
const TEXT = FIRST + REST
/** The service's pieces, 320 ms, so that a fault after four falls into the second sentence. */
const PIECE = 15_360
const FOUR = 4 * PIECE
const WHOLE = toneOf(TEXT).length
const RESUMED = FOUR + toneOf(REST).length

const answer = { requestId: 'r', characters: 5, expiresAt: 0 }
const events = (...data: string[]): Faults => ({
  raw: { status: 200, contentType: 'text/event-stream', body: data.map((one, i) => formatEvent(i + 1, one)).join('') },
})
const sound = (bytes: number) => soundData(answer, Buffer.concat([STREAM_HEADER, Buffer.alloc(bytes, 1)]))
const refuse = (status: number, code: string, more = {}): Faults => ({ refuse: { status, code, message: '', ...more } })
const errorAfterFour = (status: number, code: string): Faults => ({
  errorEvent: { after: 4, refusal: { status, code, message: '' } },
})

interface Row {
  readonly name: string
  /** What goes wrong with the requests, in turn; those that follow are answered well. `always` is for all of them. */
  readonly faults: readonly Faults[] | { readonly always: Faults }
  /** Bytes of sound that reach the listener. */
  readonly heard: number
  /** Requests to the service. */
  readonly requests: number
  /** What the person is told: that the local voice speaks, or that nobody does. */
  readonly told?: SpeechNotice['code'] | ErrorCode
  /** The local voice cannot speak every text; then the service's failure is told. */
  readonly mute?: true
  readonly text?: string
}

const ROWS: readonly Row[] = [
  { name: 'nothing goes wrong', faults: [], heard: WHOLE, requests: 1 },
  // Before any sound.
  { name: '401', faults: { always: { refuse: REFUSALS.badKey } }, heard: WHOLE, requests: 1, told: 'engine-replaced' },
  {
    name: '401',
    faults: { always: { refuse: REFUSALS.badKey } },
    heard: 0,
    requests: 1,
    told: 'speech.auth',
    mute: true,
  },
  {
    name: '404',
    faults: { always: { refuse: REFUSALS.unknownModel } },
    heard: WHOLE,
    requests: 1,
    told: 'engine-replaced',
  },
  {
    name: '404',
    faults: { always: { refuse: REFUSALS.unknownModel } },
    heard: 0,
    requests: 1,
    told: 'speech.model-gone',
    mute: true,
  },
  { name: '429, then well', faults: [{ refuse: REFUSALS.tooFast }], heard: WHOLE, requests: 2 },
  {
    name: '429 as an event, then well',
    faults: [{ refuse: { ...REFUSALS.tooFast, framed: true } }],
    heard: WHOLE,
    requests: 2,
  },
  {
    name: '429 that asks for a minute',
    faults: [refuse(429, 'Throttling', { retryAfter: '60' })],
    heard: WHOLE,
    requests: 1,
    told: 'engine-replaced',
  },
  {
    name: '429 without end',
    faults: { always: { refuse: REFUSALS.tooFast } },
    heard: 0,
    requests: 3,
    told: 'speech.rate-limited',
    mute: true,
  },
  { name: '500, then well', faults: [{ refuse: REFUSALS.failed }], heard: WHOLE, requests: 2 },
  {
    name: '503 twice, then well',
    faults: [refuse(503, 'ModelUnavailable'), refuse(503, 'ModelUnavailable')],
    heard: WHOLE,
    requests: 3,
  },
  {
    name: '503 without end',
    faults: { always: refuse(503, 'ModelUnavailable') },
    heard: WHOLE,
    requests: 3,
    told: 'engine-replaced',
  },
  {
    name: '503 without end',
    faults: { always: refuse(503, 'ModelUnavailable') },
    heard: 0,
    requests: 3,
    told: 'speech.server',
    mute: true,
  },
  {
    name: 'the page of a gateway',
    faults: [{ raw: { status: 502, contentType: 'text/html', body: '<h1>502</h1>' } }],
    heard: WHOLE,
    requests: 2,
  },
  {
    name: 'a page with status 200',
    faults: { always: { raw: { status: 200, contentType: 'text/html', body: '<p>hello' } } },
    heard: 0,
    requests: 3,
    told: 'speech.malformed',
    mute: true,
  },
  {
    name: 'a redirect',
    faults: { always: { redirect: 'http://127.0.0.1:9/' } },
    heard: 0,
    requests: 1,
    told: 'speech.malformed',
    mute: true,
  },
  { name: 'slow headers', faults: { always: { delay: 60_000 } }, heard: WHOLE, requests: 1, told: 'engine-replaced' },
  {
    name: 'slow headers',
    faults: { always: { delay: 60_000 } },
    heard: 0,
    requests: 1,
    told: 'speech.timeout',
    mute: true,
  },
  {
    name: 'comments without end',
    faults: { always: { comments: true } },
    heard: WHOLE,
    requests: 1,
    told: 'engine-replaced',
  },
  { name: 'no sound', faults: [{ silent: true, withoutUrl: true }], heard: WHOLE, requests: 2 },
  {
    name: 'half a RIFF header',
    faults: [events(soundData(answer, STREAM_HEADER.subarray(0, 20)))],
    heard: WHOLE,
    requests: 2,
  },
  {
    name: 'a refused text',
    faults: { always: refuse(400, 'DataInspectionFailed') },
    heard: 0,
    requests: 1,
    told: 'speech.blocked',
  },
  // In the middle.
  {
    name: 'a stall',
    faults: [{ stall: { after: 4, ms: 60_000 } }],
    heard: RESUMED,
    requests: 1,
    told: 'engine-replaced',
  },
  {
    name: 'a stall',
    faults: { always: { stall: { after: 4, ms: 60_000 } } },
    heard: FOUR,
    requests: 1,
    told: 'speech.timeout',
    mute: true,
  },
  { name: 'a cut in the middle of an event', faults: [{ cut: { after: 4 } }], heard: RESUMED, requests: 2 },
  { name: 'a cut in the first sentence', faults: [{ cut: { after: 1 } }], heard: PIECE + WHOLE, requests: 2 },
  {
    name: 'no last event',
    faults: [{ endWithoutStop: true }],
    heard: WHOLE,
    requests: 1,
  },
  {
    name: 'an error event after 200',
    faults: [errorAfterFour(500, 'InternalError.Algo')],
    heard: RESUMED,
    requests: 2,
  },
  { name: 'a 429 event after 200', faults: [errorAfterFour(429, 'Throttling')], heard: RESUMED, requests: 2 },
  {
    name: 'a refused text after 200',
    faults: [errorAfterFour(400, 'DataInspectionFailed')],
    heard: FOUR,
    requests: 1,
    told: 'speech.blocked',
  },
  {
    name: 'an error object in a result event',
    faults: [events(sound(FOUR), '{"code":"InternalError","message":"x"}')],
    heard: RESUMED,
    requests: 2,
  },
  { name: 'malformed JSON', faults: [{ malformedJson: { after: 4 } }], heard: RESUMED, requests: 2 },
  { name: 'bad Base64', faults: [{ badBase64: { after: 4 } }], heard: RESUMED, requests: 2 },
  { name: 'an event of 3 MB', faults: [{ hugeEvent: { after: 4, length: 3_000_000 } }], heard: RESUMED, requests: 2 },
  // Only strange.
  { name: 'another content type', faults: [{ contentType: 'text/plain' }], heard: WHOLE, requests: 1 },
  { name: 'odd pieces', faults: [{ pieces: [1, 333, 7, 4_801] }], heard: WHOLE, requests: 1 },
  {
    name: 'one byte per write',
    faults: [{ bytesPerWrite: 1 }],
    text: 'I',
    heard: toneOf('I').length,
    requests: 1,
  },
]

let cleanups: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup()
  cleanups = []
})

/** The bot's engine before a service that answers the first request well, so that the pace of its voice is known. */
async function open(faults: Row['faults'], mute = false): Promise<{ engine: SpeechEngine; service: SpeechService }> {
  let asked = 0
  const service = await startSpeechService({
    synthesize: (utterance, signal) => (utterance.text === ENDLESS ? hum(signal) : speakTones(utterance, signal)),
    faults() {
      asked += 1
      return asked === 1 ? {} : 'always' in faults ? faults.always : faults[asked - 2]
    },
  })
  const unpronounceable = new LectorError('speech.unpronounceable', { engine: 'local' }, 'no such sounds')
  const engine = composeEngine({
    services: [
      {
        engine: createDashScopeEngine({
          apiKey: service.key,
          baseUrl: service.baseUrl,
          connectTimeout: 1_000,
        }),
        pace: new FairPace([{ requests: 100, window: 1_000 }]),
      },
    ],
    free: scriptedEngine('local', mute ? failing(unpronounceable) : tonesOf('local')),
    limitOf: () => 600,
    patience: 900,
    retry: { first: 20 },
    breaker: { failures: 9 },
  })
  cleanups.push(async () => {
    await engine.close()
    await service.close()
  })
  await listen(engine, TEXT)
  return { engine, service }
}

async function listen(engine: SpeechEngine, text: string) {
  const utterance: Utterance = { text, voice: 'Cherry', language: 'en' }
  const heard: SpeechEvent[] = []
  let error: LectorError | undefined
  try {
    for await (const event of engine.speak(utterance, new AbortController().signal)) heard.push(event)
  } catch (thrown) {
    error = thrown as LectorError
  }
  const told = heard.flatMap((event) => (event.kind === 'notice' ? [event.notice.code] : []))
  return {
    bytes: heard.reduce((sum, event) => sum + (event.kind === 'audio' ? event.pcm.length : 0), 0),
    told: [...told, ...(error ? [error.code] : [])],
    ended: heard.at(-1)?.kind === 'end',
    error,
  }
}

const ENDLESS = 'Endless.'
async function* hum(signal: AbortSignal): AsyncGenerator<Buffer> {
  while (!signal.aborted) yield Buffer.alloc(48_000, 1)
}

describe('whatever a service does, somebody hears something or is told why not', () => {
  it.each(ROWS.map((row) => [`${row.name}${row.mute ? ', and no other voice' : ''}`, row] as const))(
    '%s',
    async (_, { faults, text = TEXT, mute = false, heard, requests, told }) => {
      const { engine, service } = await open(faults, mute)
      const since = performance.now()
      const speech = await listen(engine, text)
      // The pace of a busy machine is its own; a wait for one of the faults would be a minute.
      expect(performance.now() - since).toBeLessThan(6_000)
      expect(speech.told).toEqual(told === undefined ? [] : [told])
      expect(speech.bytes).toBe(heard)
      expect(service.requests.length - 1).toBe(requests)
      expect(speech.ended).toBe(speech.error === undefined)
      await expect.poll(() => service.requests.some(({ state }) => state === 'running')).toBe(false)
    },
  )

  it('stops a service that never stops speaking', async () => {
    const { engine, service } = await open([], true)
    const { bytes, told } = await listen(engine, ENDLESS)
    expect(told).toEqual(['speech.malformed'])
    expect(bytes).toBeLessThan(20 * 48_000)
    expect(service.requests).toHaveLength(2)
    await expect.poll(() => service.requests.at(-1)?.state).toBe('cancelled')
  })

  it('speaks on with the local voice when the service is gone', async () => {
    const { engine, service } = await open([])
    await service.close()
    const { bytes, told, ended } = await listen(engine, TEXT)
    expect({ bytes, told, ended }).toEqual({ bytes: WHOLE, told: ['engine-replaced'], ended: true })
    cleanups = [() => engine.close()]
  })
})
