import { createHash } from 'node:crypto'
import { connect } from 'node:net'
import type { Faults } from '@lector/loopback-speech'
import { type SpeechServiceOptions, speakTones, startSpeechService, toneOf } from '@lector/loopback-speech'
import { afterEach, describe, expect, it } from 'vitest'
import type { LectorError } from '../../../../../src/kernel/errors.ts'
import type { SpeechEvent, Utterance } from '../../../../../src/speech/engine.ts'
import {
  createRealtimeEngine,
  type RealtimeOptions,
} from '../../../../../src/speech/engines/dashscope/realtime/engine.ts'
import { listen } from '../../../../support/listen.ts'
import { watched } from '../../../../support/watched.ts'

const HELLO: Utterance = { text: 'Hello there, how are you?', voice: 'Cherry', language: 'en' }
const THROTTLED = { status: 429, code: 'Throttling.RateQuota', message: 'Requests rate limit exceeded.' }
const never = () => new AbortController().signal
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const cleanups: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

async function open(
  faults?: Faults,
  options: Partial<RealtimeOptions> = {},
  served: Partial<SpeechServiceOptions> = {},
) {
  const service = await startSpeechService({ synthesize: speakTones, faults: () => faults, ...served })
  const engine = createRealtimeEngine({ apiKey: service.key, baseUrl: service.baseUrl, ...options })
  cleanups.push(
    () => service.close(),
    () => engine.close(),
  )
  return { service, engine, last: () => service.requests.at(-1)! }
}

async function collect(speech: AsyncIterable<SpeechEvent>) {
  const events: SpeechEvent[] = []
  let error: unknown
  try {
    for await (const event of speech) events.push(event)
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

describe('speaking', () => {
  it.each<[string, Faults, Partial<RealtimeOptions>]>([
    ['as DashScope sends it', {}, {}],
    ['in odd pieces', { pieces: [1, 333, 7, 4_801] }, {}],
    ['after an unexpected WAV header', { header: 'wav' }, {}],
    ['after a short stall', { stall: { after: 1, ms: 50 }, pieces: [4_800] }, {}],
    ['with an event in between that nobody knows', { hugeEvent: { after: 1, length: 100_000 }, pieces: [4_800] }, {}],
  ])('gives the sound of the text, %s', async (_, faults, options) => {
    const { engine, last } = await open(faults, options)
    const { pcm, receipt, error } = await collect(engine.speak(HELLO, never()))
    expect(error).toBeUndefined()
    expect(pcm.equals(toneOf(HELLO.text))).toBe(true)
    expect(receipt).toMatchObject({
      engine: 'dashscope-realtime',
      model: 'qwen3-tts-flash-realtime',
      characters: HELLO.text.length,
    })
    expect(last()).toMatchObject({ state: 'completed', text: HELLO.text, voice: 'Cherry', language: 'English' })
  })

  it('joins the responses into which the server cuts a text, and adds up what they cost', async () => {
    const { engine } = await open({ header: 'wav' })
    const { pcm, receipt } = await collect(engine.speak({ ...HELLO, text: 'One. Two! Three?' }, never()))
    expect(pcm.equals(Buffer.concat(['One. ', 'Two! ', 'Three?'].map(toneOf)))).toBe(true)
    expect(receipt?.characters).toBe(16)
  })

  it('sends style, speed and model', async () => {
    const { engine, last } = await open()
    await collect(engine.speak({ ...HELLO, style: 'Whisper.', speed: 1.5 }, never()))
    expect(last()).toMatchObject({ model: 'qwen3-tts-instruct-flash-realtime', instructions: 'Whisper.' })
    expect(JSON.parse(last().body).session.speech_rate).toBe(1.5)
    await collect(engine.speak({ ...HELLO, model: 'qwen3-tts-flash-realtime-2025-11-27' }, never()))
    expect(last().model).toBe('qwen3-tts-flash-realtime-2025-11-27')
  })

  it('speaks without the style when the instruct model is gone, and asks for it once', async () => {
    const gone = { status: 404, code: 'ModelNotFound', message: 'Model can not be found.' }
    const { engine, service } = await open(undefined, undefined, {
      faults: ({ model }) => (model.includes('instruct') ? { refuse: gone } : undefined),
    })
    for (let round = 0; round < 2; round++) {
      const { pcm, notices } = await collect(engine.speak({ ...HELLO, style: 'Whisper.' }, never()))
      expect(pcm.equals(toneOf(HELLO.text))).toBe(true)
      expect(notices).toEqual([
        { code: 'style-ignored', engine: 'dashscope-realtime', model: 'qwen3-tts-flash-realtime' },
      ])
    }
    expect(service.requests.map(({ state }) => state)).toEqual(['refused', 'completed', 'completed'])
  })
})

describe('failing', () => {
  it.each<[string, Faults, string, boolean]>([
    ['a cut connection', { cut: { after: 1 } }, 'speech.network', true],
    ['a close before the end', { endWithoutStop: true }, 'speech.cut', true],
    [
      'throttling',
      { closeWith: { after: 1, code: 1011, reason: 'To many requests. Your requests are being throttled' } },
      'speech.rate-limited',
      true,
    ],
    ['a failure inside', { closeWith: { after: 0, code: 1011, reason: 'Internal' } }, 'speech.server', true],
    ['going away', { closeWith: { after: 1, code: 1001, reason: '' } }, 'speech.cut', true],
    ['a failed response', { responseStatus: 'failed' }, 'speech.server', true],
    ['an incomplete response', { responseStatus: 'incomplete' }, 'speech.cut', true],
    ['an event that is no JSON', { malformedJson: { after: 1 } }, 'speech.malformed', true],
    ['sound that is no Base64', { badBase64: { after: 1 } }, 'speech.malformed', true],
    ['a session without sound', { silent: true }, 'speech.malformed', true],
    ['an event of 3 MB', { hugeEvent: { after: 1, length: 3_000_000 } }, 'speech.network', true],
    ['an error event after sound', { errorEvent: { after: 1, refusal: THROTTLED } }, 'speech.rate-limited', true],
    ['a refusal', { refuse: THROTTLED }, 'speech.rate-limited', true],
    [
      'a blocked text',
      { errorEvent: { after: 0, refusal: { status: 400, code: 'DataInspectionFailed', message: 'x' } } },
      'speech.blocked',
      false,
    ],
    [
      'a value that the server does not take',
      { refuse: { status: 400, code: 'invalid_value', message: 'Unknown language.' } },
      'speech.bad-request',
      false,
    ],
  ])('names %s', async (_, faults, code, retryable) => {
    const { engine } = await open({ pieces: [4_800], ...faults })
    const { error, receipt } = await collect(engine.speak(HELLO, never()))
    expect(error?.code).toBe(code)
    expect(error?.retryable).toBe(retryable)
    expect(error?.params).toMatchObject({ engine: 'dashscope-realtime' })
    expect(receipt).toBeUndefined()
    expect(`${error?.message}${JSON.stringify(error?.params)}`).not.toMatch(/Hello|sk-sandbox/)
  })

  it('names a wrong key, an unknown voice and an unknown model', async () => {
    const { engine, service } = await open()
    const stranger = createRealtimeEngine({ apiKey: 'sk-wrong', baseUrl: service.baseUrl })
    cleanups.push(() => stranger.close())
    const code = async (utterance: Partial<Utterance>, speaker = engine) =>
      (await collect(speaker.speak({ ...HELLO, ...utterance }, never()))).error?.code
    expect(await code({}, stranger)).toBe('speech.auth')
    expect(await code({ voice: 'Nobody' })).toBe('speech.voice-unknown')
    expect(await code({ model: 'qwen9-tts-realtime' })).toBe('speech.model-gone')
    expect(await code({ model: 'qwen3-tts-flash' })).toBe('speech.model-gone')
  })

  it.each([
    [403, 'speech.access', false],
    [404, 'speech.bad-request', false],
    [429, 'speech.rate-limited', true],
    [503, 'speech.server', true],
    [200, 'speech.server', true],
  ])('names a handshake that is answered with %i', async (status, code, retryable) => {
    const { engine } = await open(undefined, undefined, { realtime: { handshake: () => status } })
    await engine.warm?.()
    const { error } = await collect(engine.speak(HELLO, never()))
    expect(error?.code).toBe(code)
    expect(error?.retryable).toBe(retryable)
  })

  it('names a rate limit', async () => {
    const { engine } = await open(undefined, undefined, { requestsPerMinute: 1 })
    expect((await collect(engine.speak(HELLO, never()))).error).toBeUndefined()
    expect((await collect(engine.speak(HELLO, never()))).error?.code).toBe('speech.rate-limited')
  })

  it('names a server that is not there', async () => {
    const { engine, service } = await open()
    await service.close()
    cleanups.shift()
    await engine.warm?.()
    const { error } = await collect(engine.speak(HELLO, never()))
    expect(error).toMatchObject({ code: 'speech.network', retryable: true })
  })

  it('ends what is being spoken when it is closed', async () => {
    const { engine, last } = await open({ pace: 1 })
    const speaking = collect(engine.speak(HELLO, never()))
    await expect.poll(() => last()?.pcm.length).toBeGreaterThan(0)
    await engine.close()
    expect((await speaking).error?.code).toBe('speech.network')
    await expect.poll(() => last().state).toBe('cancelled')
  })
})

describe('stopping', () => {
  it('cuts a connection whose server does not answer a closing', async () => {
    const greeting = Buffer.from('{"type":"session.created"}')
    let connected = 0
    const deaf = await listen((socket) => {
      connected++
      socket.on('close', () => connected--)
      socket.once('data', (request) => {
        const key = /sec-websocket-key: (\S+)/i.exec(String(request))?.[1]
        const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64')
        const head = `Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}`
        socket.write(`HTTP/1.1 101 Switching Protocols\r\n${head}\r\n\r\n`)
        socket.write(Buffer.concat([Buffer.of(0x81, greeting.length), greeting]))
      })
    })
    const engine = createRealtimeEngine({ apiKey: 'sk', baseUrl: `http://127.0.0.1:${deaf.port}/api/v1` })
    cleanups.push(deaf.close, () => engine.close())
    const stop = new AbortController()
    const speaking = collect(engine.speak(HELLO, stop.signal))
    // Its own, and the one that is kept ready.
    await expect.poll(() => connected).toBe(2)
    stop.abort()
    expect((await speaking).error).toBe(stop.signal.reason)
    await expect.poll(() => connected).toBe(1)
    await engine.close()
    await expect.poll(() => connected).toBe(0)
  })
})

describe('waiting', () => {
  it.each<[string, Faults, 'first-audio' | 'stall', number]>([
    ['a server that never speaks', { delay: 60_000 }, 'first-audio', 0],
    ['speech that stalls', { stall: { after: 2, ms: 60_000 } }, 'stall', 9_600],
  ])('gives up on %s', async (_, faults, phase, bytes) => {
    const { engine, last } = await open({ pieces: [4_800], ...faults })
    const { error, pcm } = await collect(watched(engine, 150).speak(HELLO, never()))
    expect(error).toMatchObject({ code: 'speech.timeout', params: { engine: 'dashscope-realtime', phase, ms: 150 } })
    expect(pcm.length).toBe(bytes)
    await expect.poll(() => last().state).toBe('cancelled')
  })

  it('does not count the time in which its listener listens', async () => {
    const { engine } = await open({ pieces: [4_800] })
    let pieces = 0
    for await (const event of watched(engine, 100).speak(HELLO, never())) {
      if (event.kind === 'audio' && pieces++ === 1) await pause(200)
    }
    expect(pieces).toBeGreaterThan(3)
  })

  it('gives up on a connection that never stands, and on a handshake that nobody answers', async () => {
    // A TLS client waits for a greeting that a silent server never sends.
    const silent = await listen(() => {})
    const host = `127.0.0.1:${silent.port}/api/v1`
    const secure = createRealtimeEngine({ apiKey: 'sk', baseUrl: `https://${host}`, connectTimeout: 100 })
    const plain = createRealtimeEngine({ apiKey: 'sk', baseUrl: `http://${host}` })
    cleanups.push(
      silent.close,
      () => secure.close(),
      () => plain.close(),
    )
    expect((await collect(secure.speak(HELLO, never()))).error?.params).toMatchObject({ phase: 'connect', ms: 100 })
    expect((await collect(watched(plain, 100).speak(HELLO, never()))).error?.params).toMatchObject({
      phase: 'first-audio',
    })
  })
})

describe('the session kept ready', () => {
  it('is used by the next utterance, and followed by another', async () => {
    const { engine, service } = await open()
    await engine.warm?.()
    expect(service.realtimeConnections).toBe(1)
    expect(service.requests).toHaveLength(0)
    for (let round = 1; round <= 3; round++) {
      await collect(engine.speak(HELLO, never()))
      await expect.poll(() => service.realtimeConnections).toBe(round + 1)
    }
    expect(service.requests).toHaveLength(3)
  })

  it('is not waited for when it has died', async () => {
    const { engine, service } = await open(undefined, undefined, { realtime: { idleLimit: 300 } })
    await engine.warm?.()
    await pause(500)
    const { pcm, error } = await collect(engine.speak(HELLO, never()))
    expect(error).toBeUndefined()
    expect(pcm.equals(toneOf(HELLO.text))).toBe(true)
    expect(service.realtimeConnections).toBeGreaterThanOrEqual(2)
  })

  it('is renewed before the server tires of it, and given up when nobody speaks', async () => {
    const waits: (() => void)[] = []
    const clock = {
      now: () => performance.now(),
      wall: () => Date.now(),
      sleep: (ms: number, signal?: AbortSignal) =>
        new Promise<void>((resolve, reject) => {
          if (ms === 45_000) waits.push(resolve)
          signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
        }),
    }
    const { engine, service } = await open(undefined, { clock })
    await engine.warm?.()
    for (let renewal = 1; renewal <= 14; renewal++) {
      expect(waits).toHaveLength(renewal)
      waits[renewal - 1]!()
      await expect.poll(() => service.realtimeConnections).toBe(Math.min(renewal + 1, 14))
    }
    await pause(20)
    expect(waits).toHaveLength(14)
    expect((await collect(engine.speak(HELLO, never()))).error).toBeUndefined()
  })

  it('leaves no connection behind when the engine closes', async () => {
    const { service } = await open()
    let connections = 0
    const gate = await listen((near) => {
      connections++
      const far = connect(Number(new URL(service.baseUrl).port), '127.0.0.1').on('error', () => near.destroy())
      near.on('close', () => {
        connections--
        far.destroy()
      })
      near.pipe(far).pipe(near)
    })
    const engine = createRealtimeEngine({ apiKey: service.key, baseUrl: `http://127.0.0.1:${gate.port}/api/v1` })
    cleanups.push(gate.close)
    await engine.warm?.()
    await collect(engine.speak(HELLO, never()))
    await expect.poll(() => connections).toBe(1)
    await engine.close()
    await expect.poll(() => connections).toBe(0)
  })
})
