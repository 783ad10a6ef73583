import { createServer, type ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { listen as listenHttp, shut } from '@lector/loopback-discord/http'
import type { Faults, OpenAiServiceOptions } from '@lector/loopback-speech'
import { speakTones, startSpeechService, toneOf } from '@lector/loopback-speech'
import { afterEach, describe, expect, it } from 'vitest'
import { SAMPLE_RATE } from '../../../../src/audio/format.ts'
import { createResampler } from '../../../../src/audio/resample.ts'
import { encodeWav } from '../../../../src/audio/wav.ts'
import type { LectorError } from '../../../../src/kernel/errors.ts'
import type { SpeechEngine, SpeechEvent, Utterance } from '../../../../src/speech/engine.ts'
import { createOpenAiEngine } from '../../../../src/speech/engines/openai/engine.ts'
import type { OpenAiOptions } from '../../../../src/speech/engines/openai/options.ts'
import { listen } from '../../../support/listen.ts'
import { watched } from '../../../support/watched.ts'

const HELLO: Utterance = { text: 'Hello there, how are you?', voice: 'Vivian', language: 'en' }
const TONE = toneOf(HELLO.text)
const THROTTLED = { status: 429, code: 'rate_limit_exceeded', message: 'Slow down.' }
const never = () => new AbortController().signal
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const cleanups: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

async function open(faults?: Faults, options: Partial<OpenAiOptions> = {}, openai: OpenAiServiceOptions = {}) {
  const service = await startSpeechService({ synthesize: speakTones, openai, faults: () => faults })
  const engine = createOpenAiEngine({ apiKey: service.key, baseUrl: service.openaiBaseUrl, ...options })
  cleanups.push(
    () => service.close(),
    () => engine.close(),
  )
  return { service, engine, last: () => service.requests.at(-1)! }
}

/** A server without manners of its own. */
async function openBare(answer: (response: ServerResponse) => void, options: Partial<OpenAiOptions> = {}) {
  const server = createServer((request, response) => {
    request.resume()
    if (request.method === 'GET') response.writeHead(404).end()
    else answer(response)
  })
  const engine = createOpenAiEngine({ baseUrl: `http://127.0.0.1:${await listenHttp(server)}`, ...options })
  cleanups.push(
    () => shut(server),
    () => engine.close(),
  )
  return engine
}

async function collect(engine: SpeechEngine, utterance: Partial<Utterance> = {}, signal = never()) {
  const events: SpeechEvent[] = []
  let error: unknown
  try {
    for await (const event of engine.speak({ ...HELLO, ...utterance }, signal)) events.push(event)
  } catch (thrown) {
    error = thrown
  }
  return {
    pcm: Buffer.concat(events.flatMap((event) => (event.kind === 'audio' ? [event.pcm] : []))),
    notices: events.flatMap((event) => (event.kind === 'notice' ? [event.notice] : [])),
    receipt: events.flatMap((event) => (event.kind === 'end' ? [event.receipt] : []))[0],
    error: error as LectorError | undefined,
  }
}

const SHAPES = ['bytes', 'delta-events', 'latest'] as const

describe('speaking', () => {
  it.each(
    SHAPES.flatMap((version) => [{ version, bytesPerWrite: 7 }, { version, pieces: [1, 333, 7, 4_801] }, { version }]),
  )('gives the sound of the text: %o', async ({ version, ...faults }) => {
    const { engine, last } = await open(faults, {}, { version })
    const { pcm, receipt, error } = await collect(engine)
    expect(error).toBeUndefined()
    expect(pcm.equals(TONE)).toBe(true)
    expect(receipt).toMatchObject({ engine: 'openai', characters: HELLO.text.length, requestId: last().id })
    await expect.poll(() => last()).toMatchObject({ state: 'completed', text: HELLO.text, voice: 'vivian' })
  })

  it('sends style, model and what vLLM-Omni wants to know', async () => {
    const model = 'Qwen/Qwen3-TTS-12Hz-1.7B-CustomVoice'
    const { engine, last } = await open({}, { model, vllmOmni: { taskType: 'CustomVoice' } })
    await collect(engine, { style: 'Whisper.', language: 'de' })
    expect(last()).toMatchObject({ model, instructions: 'Whisper.', language: 'German', streaming: true })
    expect(JSON.parse(last().body).task_type).toBe('CustomVoice')
    const { pcm } = await collect(engine, { speed: 1.5 })
    expect(last().streaming).toBe(false)
    expect(pcm.equals(TONE)).toBe(true)
  })

  it('brings every kind of sound to 24 kHz mono', async () => {
    const stereo = Buffer.alloc(TONE.length * 2)
    for (let i = 0; i < TONE.length; i += 2) stereo.fill(TONE.subarray(i, i + 2), i * 2, i * 2 + 4)
    const slow = createResampler(SAMPLE_RATE, 16_000)
    const at16k = Buffer.concat([slow.push(TONE), slow.flush()])
    const answers: [string, Buffer, Buffer | undefined][] = [
      ['audio/wav', encodeWav(TONE, { sampleRate: SAMPLE_RATE }), TONE],
      ['audio/x-wav', encodeWav(stereo, { sampleRate: SAMPLE_RATE, channels: 2 }), TONE],
      ['audio/pcm', encodeWav(TONE, { sampleRate: SAMPLE_RATE }), TONE],
      ['application/octet-stream', TONE, TONE],
      ['audio/pcm; rate=16000; channels=1', at16k, undefined],
      ['audio/wav', encodeWav(at16k, { sampleRate: 16_000 }), undefined],
    ]
    for (const [type, body, expected] of answers) {
      const engine = await openBare((response) => response.writeHead(200, { 'content-type': type }).end(body))
      const { pcm, error } = await collect(engine)
      expect(error, type).toBeUndefined()
      if (expected) expect(pcm.equals(expected), type).toBe(true)
      else expect(Math.abs(pcm.length - TONE.length), type).toBeLessThan(100)
    }
  })

  it.each(['audio/mpeg', 'audio/L16; rate=24000', 'audio/x-unheard-of', 'binary/octet-stream'])(
    'takes sound for what its bytes say, whatever a label of %s says',
    async (contentType) => {
      const { engine } = await open({ contentType })
      const { pcm, error } = await collect(engine)
      expect(error).toBeUndefined()
      expect(pcm.equals(TONE)).toBe(true)
    },
  )

  it('reads a WAV that is cut at any byte of its header', async () => {
    const wav = encodeWav(TONE.subarray(0, 12_000), { sampleRate: SAMPLE_RATE })
    let at = 0
    const engine = await openBare(async (response) => {
      response.writeHead(200, { 'content-type': 'audio/wav' })
      response.write(wav.subarray(0, at))
      await pause(1)
      response.end(wav.subarray(at))
    })
    for (at = 1; at <= 48; at++) expect((await collect(engine)).pcm.equals(TONE.subarray(0, 12_000))).toBe(true)
  })

  it('passes sound on before the sentence is finished', async () => {
    const { engine, last } = await open({ stall: { after: 1, ms: 60_000 }, pieces: [4_800] })
    for await (const event of engine.speak(HELLO, never())) {
      expect(event.kind).toBe('audio')
      expect(last().state).toBe('running')
      break
    }
    await expect.poll(() => last().state).toBe('cancelled')
  })

  it.each(SHAPES)('uses the warm connection for sentences one after another (%s)', async (version) => {
    // In small writes, so that the end of an answer comes after its last event.
    const { service } = await open({ bytesPerWrite: 4_096 }, {}, { version })
    let connections = 0
    const gate = await listen((near) => {
      connections++
      const far = connect(Number(new URL(service.baseUrl).port), '127.0.0.1').on('error', () => near.destroy())
      near.on('close', () => far.destroy())
      near.pipe(far).pipe(near)
    })
    const engine = createOpenAiEngine({ apiKey: service.key, baseUrl: `http://127.0.0.1:${gate.port}/v1` })
    cleanups.push(gate.close, () => engine.close())
    await engine.warm?.()
    expect(connections).toBe(1)
    for (let i = 0; i < 5; i++) {
      expect((await collect(engine)).error).toBeUndefined()
      await pause(5)
    }
    expect(connections).toBe(1)
  })
})

describe('a server that streams nothing', () => {
  it.each(SHAPES)('is asked for a whole file, once and for all (%s)', async (version) => {
    const { engine, service } = await open({ silent: true }, {}, { version })
    for (const requests of [2, 3]) {
      expect((await collect(engine)).pcm.equals(TONE)).toBe(true)
      expect(service.requests).toHaveLength(requests)
    }
  })
})

describe('voices', () => {
  it('are the server’s, known once it was asked', async () => {
    const { engine, last } = await open({}, {}, { voices: ['vivian', 'uncle_fu', 'me'] })
    expect(engine.voices()).toHaveLength(9)
    const names = () => engine.voices().map(({ id }) => id)
    await expect.poll(names).toEqual(['vivian', 'uncle_fu', 'me'])
    await collect(engine, { voice: 'Uncle Fu' })
    expect(last().voice).toBe('uncle_fu')
  })

  it('that are missing are replaced by the configured one, with a notice, or fail', async () => {
    const { engine, service } = await open({}, { voice: 'ryan' })
    const { notices, pcm } = await collect(engine, { voice: 'Cherry' })
    expect(notices).toEqual([{ code: 'voice-replaced', engine: 'openai', voice: 'Cherry', by: 'ryan' }])
    expect(pcm.equals(TONE)).toBe(true)
    const strict = createOpenAiEngine({ apiKey: service.key, baseUrl: service.openaiBaseUrl })
    cleanups.push(() => strict.close())
    expect((await collect(strict, { voice: 'Cherry' })).error).toMatchObject({
      code: 'speech.voice-unknown',
      params: { engine: 'openai', voice: 'Cherry' },
    })
    expect(service.requests).toHaveLength(1)
  })

  it('are left to a server that does not tell them', async () => {
    const { engine, last } = await open({}, {}, { listsVoices: false })
    expect((await collect(engine, { voice: 'ryan' })).error).toBeUndefined()
    expect(last().voice).toBe('Ryan')
    expect((await collect(engine, { voice: 'nobody' })).error?.code).toBe('speech.voice-unknown')
  })
})

describe('failing', () => {
  const html = { raw: { status: 200, contentType: 'text/html', body: '<p>Hello</p>' } }
  const json = { raw: { status: 200, contentType: 'application/json', body: '{}' } }
  it.each<[string, Faults, OpenAiServiceOptions['version'], string, boolean]>([
    ['a connection cut in the sound', { cut: { after: 1 } }, 'latest', 'speech.network', true],
    ['a connection cut between events', { cut: { after: 1 } }, 'delta-events', 'speech.network', true],
    ['sound that ends too early', { endAfter: 1 }, 'latest', 'speech.cut', true],
    ['events without their last', { endWithoutStop: true }, 'delta-events', 'speech.cut', true],
    ['an event that is no JSON', { malformedJson: { after: 1 } }, 'delta-events', 'speech.malformed', true],
    ['sound that is no Base64', { badBase64: { after: 1 } }, 'delta-events', 'speech.malformed', true],
    ['an event of 3 MB', { hugeEvent: { after: 1, length: 3_000_000 } }, 'delta-events', 'speech.malformed', true],
    ['an MP3 in place of PCM', { header: 'mp3' }, 'latest', 'speech.malformed', false],
    ['a redirect', { redirect: 'http://127.0.0.1:9/' }, 'latest', 'speech.malformed', false],
    ['a page of HTML', html, 'latest', 'speech.malformed', true],
    ['JSON in place of sound', json, 'latest', 'speech.malformed', false],
    [
      'an error after sound',
      { errorEvent: { after: 1, refusal: { status: 500, code: 'server_error', message: 'x' } } },
      'delta-events',
      'speech.server',
      true,
    ],
    ['a refusal', { refuse: THROTTLED }, 'latest', 'speech.rate-limited', true],
    [
      'a gateway’s 502',
      { raw: { status: 502, contentType: 'text/html', body: '<p>Bad</p>' } },
      'latest',
      'speech.server',
      true,
    ],
  ])('names %s', async (_, faults, version, code, retryable) => {
    const { engine } = await open({ pieces: [1_200], ...faults }, {}, { version: version ?? 'latest' })
    const { error, receipt } = await collect(engine)
    expect(error?.code).toBe(code)
    expect(error?.retryable).toBe(retryable)
    expect(error?.params).toMatchObject({ engine: 'openai' })
    expect(receipt).toBeUndefined()
    expect(`${error?.message}${JSON.stringify(error?.params)}`).not.toMatch(/Hello|sk-sandbox|Slow down/)
  })

  it('obeys Retry-After', async () => {
    const { engine } = await open({ refuse: { ...THROTTLED, retryAfter: '7' } })
    expect((await collect(engine)).error?.retryAfter).toBe(7_000)
  })

  it('names a wrong key, an unknown model and a server that is not there', async () => {
    const { engine, service } = await open()
    for (const key of ['sk-wrong', undefined]) {
      const stranger = createOpenAiEngine({ baseUrl: service.openaiBaseUrl, ...(key && { apiKey: key }) })
      cleanups.push(() => stranger.close())
      expect((await collect(stranger)).error?.code).toBe('speech.auth')
    }
    expect((await collect(engine, { model: 'nothing-tts' })).error?.code).toBe('speech.model-gone')
    await service.close()
    cleanups.shift()
    expect((await collect(engine)).error).toMatchObject({ code: 'speech.network', retryable: true })
    await engine.warm?.()
  })
})

describe('waiting and stopping', () => {
  it.each<[string, Faults, 'first-audio' | 'stall', number]>([
    ['a server that never answers', { delay: 60_000 }, 'first-audio', 0],
    ['sound that never begins', { stall: { after: 0, ms: 60_000 } }, 'first-audio', 0],
    ['sound that stalls', { stall: { after: 2, ms: 60_000 } }, 'stall', 9_600],
  ])('gives up on %s', async (_, faults, phase, bytes) => {
    const { engine, last } = await open({ pieces: [4_800], ...faults })
    const { error, pcm } = await collect(watched(engine, 150))
    expect(error).toMatchObject({ code: 'speech.timeout', params: { engine: 'openai', phase, ms: 150 } })
    expect(pcm.length).toBe(bytes)
    await expect.poll(() => last().state).toBe('cancelled')
  })

  it('does not count the time in which its listener listens', async () => {
    const { engine } = await open({ pieces: [4_800] }, {}, { version: 'delta-events' })
    let pieces = 0
    for await (const event of watched(engine, 60).speak(HELLO, never())) {
      if (event.kind === 'audio' && pieces++ === 1) await pause(200)
    }
    expect(pieces).toBeGreaterThan(2)
  })

  it('gives up on a connection that never stands', async () => {
    // A TLS client waits for a greeting that a silent server never sends.
    const silent = await listen(() => {})
    const baseUrl = `https://127.0.0.1:${silent.port}`
    const engine = createOpenAiEngine({ baseUrl, connectTimeout: 100 })
    cleanups.push(silent.close, () => engine.close())
    expect((await collect(engine)).error).toMatchObject({ code: 'speech.timeout', params: { phase: 'connect' } })
  })

  it.each(SHAPES)('throws the signal’s reason and closes the connection when aborted (%s)', async (version) => {
    const { engine, last } = await open({ pace: 1, pieces: [960] }, {}, { version })
    const stop = new AbortController()
    let error: unknown
    try {
      for await (const _ of engine.speak(HELLO, stop.signal)) stop.abort()
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBe(stop.signal.reason)
    await expect.poll(() => last().state).toBe('cancelled')
  })
})
