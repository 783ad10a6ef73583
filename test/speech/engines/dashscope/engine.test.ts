import { connect } from 'node:net'
import type { Faults } from '@lector/loopback-speech'
import { speakTones, startSpeechService, toneOf } from '@lector/loopback-speech'
import { afterEach, describe, expect, it } from 'vitest'
import type { LectorError } from '../../../../src/kernel/errors.ts'
import type { SpeechEngine, SpeechEvent, Utterance } from '../../../../src/speech/engine.ts'
import { createDashScopeEngine } from '../../../../src/speech/engines/dashscope/engine.ts'
import type { DashScopeOptions } from '../../../../src/speech/engines/dashscope/options.ts'
import { listen } from '../../../support/listen.ts'
import { watched } from '../../../support/watched.ts'

const HELLO: Utterance = { text: 'Hello there, how are you?', voice: 'Cherry', language: 'en' }
const THROTTLED = { status: 429, code: 'Throttling.RateQuota', message: 'Requests rate limit exceeded.' }
const never = () => new AbortController().signal

let cleanups: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
  cleanups = []
})

async function open(faults?: Faults, options: Partial<DashScopeOptions> = {}) {
  const service = await startSpeechService({ synthesize: speakTones, faults: () => faults })
  const engine = createDashScopeEngine({ apiKey: service.key, baseUrl: service.baseUrl, ...options })
  cleanups.push(
    () => service.close(),
    () => engine.close(),
  )
  return { service, engine, last: () => service.requests.at(-1)! }
}

async function collect(engine: SpeechEngine, utterance = HELLO, signal = never()) {
  const events: SpeechEvent[] = []
  let error: unknown
  try {
    for await (const event of engine.speak(utterance, signal)) events.push(event)
  } catch (thrown) {
    error = thrown
  }
  const sounds = events.filter((event) => event.kind === 'audio')
  const ends = events.filter((event) => event.kind === 'end')
  return {
    pcm: Buffer.concat(sounds.map(({ pcm }) => pcm)),
    sounds,
    notices: events.filter((event) => event.kind === 'notice').map(({ notice }) => notice),
    receipt: ends[0]?.receipt,
    error: error as LectorError | undefined,
  }
}

const until = async (claim: () => boolean) => {
  for (let i = 0; i < 500 && !claim(); i++) await new Promise((resolve) => setTimeout(resolve, 5))
  expect(claim()).toBe(true)
}

describe('speaking', () => {
  it.each<[string, Faults]>([
    ['as DashScope sends it', {}],
    ['without a header', { header: 'none' }],
    ['with the header split over two events', { header: 'split' }],
    ['in odd pieces', { pieces: [1, 333, 7, 4_801] }],
    ['with CRLF', { lineEnd: '\r\n' }],
    ['byte by byte', { bytesPerWrite: 1, pieces: [1_000] }],
    ['under a wrong content type', { contentType: 'text/plain' }],
    ['after a short stall', { stall: { after: 1, ms: 50 }, pieces: [4_800] }],
  ])('gives the sound of the text, %s', async (_, faults) => {
    const { engine, service } = await open(faults)
    const text = faults.bytesPerWrite ? 'Hi' : HELLO.text
    const { pcm, receipt, error, sounds } = await collect(engine, { ...HELLO, text })
    expect(error).toBeUndefined()
    expect(pcm.equals(toneOf(text))).toBe(true)
    for (const sound of sounds) expect(sound.pcm.length % 2).toBe(0)
    expect(receipt).toMatchObject({ engine: 'dashscope', model: 'qwen3-tts-flash', characters: text.length })
    expect(receipt?.url).toContain(new URL(service.baseUrl).host)
    expect(receipt?.requestId).toBe(service.requests[0]!.id)
  })

  it('fetches the file when it does not stream', async () => {
    const { engine, last } = await open({}, { stream: false })
    const { pcm, receipt, error } = await collect(engine)
    expect(error).toBeUndefined()
    expect(last().streaming).toBe(false)
    expect(pcm.equals(toneOf(HELLO.text))).toBe(true)
    expect(receipt?.characters).toBe(HELLO.text.length)
  })

  it('fetches the file when a gateway ignores the wish for events', async () => {
    const answers: Faults[] = [{}]
    const service = await startSpeechService({ synthesize: speakTones, faults: () => answers.shift() })
    const engine = createDashScopeEngine({ apiKey: service.key, baseUrl: service.baseUrl })
    cleanups.push(
      () => service.close(),
      () => engine.close(),
    )
    const { url } = (await collect(engine)).receipt!
    const body = JSON.stringify(
      { output: { audio: { data: '', url }, finish_reason: 'stop' }, request_id: 'r' },
      null,
      2,
    )
    answers.push({ raw: { status: 200, contentType: 'application/json', body } })
    const { pcm, receipt } = await collect(engine)
    expect(pcm.equals(toneOf(HELLO.text))).toBe(true)
    expect(receipt).toMatchObject({ characters: HELLO.text.length, requestId: 'r' })
  })

  it('passes sound on before the sentence is finished', async () => {
    const { engine, last } = await open({ stall: { after: 1, ms: 60_000 }, pieces: [4_800] })
    const stop = new AbortController()
    for await (const event of engine.speak(HELLO, stop.signal)) {
      expect(event.kind).toBe('audio')
      expect(last().state).toBe('running')
      break
    }
    await until(() => last().state === 'cancelled')
  })

  it('uses one connection for sentences one after another, and the warm one for the first', async () => {
    const { service } = await open()
    let connections = 0
    const gate = await relay(new URL(service.baseUrl).port, () => connections++)
    const relayed = createDashScopeEngine({ apiKey: service.key, baseUrl: `http://127.0.0.1:${gate.port}/api/v1` })
    cleanups.push(gate.close, () => relayed.close())
    await relayed.warm?.()
    expect(connections).toBe(1)
    for (let i = 0; i < 5; i++) {
      expect((await collect(relayed)).error).toBeUndefined()
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    expect(connections).toBe(1)
    expect(service.requests).toHaveLength(5)
  })
})

describe('failing', () => {
  it.each<[string, Faults, string, boolean]>([
    ['a connection cut inside an event', { cut: { after: 1 } }, 'speech.network', true],
    ['an end without "stop"', { endWithoutStop: true }, 'speech.cut', true],
    ['an event that is no JSON', { malformedJson: { after: 1 } }, 'speech.malformed', true],
    ['sound that is no Base64', { badBase64: { after: 1 } }, 'speech.malformed', true],
    ['an MP3 in place of PCM', { header: 'mp3' }, 'speech.malformed', false],
    ['an event of 3 MB', { hugeEvent: { after: 1, length: 3_000_000 } }, 'speech.malformed', true],
    ['a stream without sound', { silent: true, withoutUrl: true }, 'speech.malformed', true],
    ['a redirect', { redirect: 'http://127.0.0.1:9/' }, 'speech.malformed', false],
    [
      'a page of HTML',
      { raw: { status: 200, contentType: 'text/html', body: '<p>Hello</p>' } },
      'speech.malformed',
      true,
    ],
    ['a gateway’s 502', { raw: { status: 502, contentType: 'text/html', body: '<p>Bad</p>' } }, 'speech.server', true],
    ['an empty 200', { raw: { status: 200, contentType: 'text/event-stream', body: '' } }, 'speech.cut', true],
    [
      'an error object as an event named result',
      { raw: { status: 200, contentType: 'text/event-stream', body: 'event:result\ndata:{"code":"Throttling"}\n\n' } },
      'speech.rate-limited',
      true,
    ],
    [
      'an error object as plain JSON under the name of events',
      { raw: { status: 200, contentType: 'text/event-stream', body: '{"code":"Arrearage","message":"x"}' } },
      'speech.billing',
      false,
    ],
    ['an error event after sound', { errorEvent: { after: 1, refusal: THROTTLED } }, 'speech.rate-limited', true],
    ['a refusal as JSON', { refuse: THROTTLED }, 'speech.rate-limited', true],
    ['a refusal as an event', { refuse: { ...THROTTLED, framed: true } }, 'speech.rate-limited', true],
  ])('names %s', async (_, faults, code, retryable) => {
    const { engine } = await open({ pieces: [4_800], ...faults })
    const { error, receipt } = await collect(engine)
    expect(error?.code).toBe(code)
    expect(error?.retryable).toBe(retryable)
    expect(receipt).toBeUndefined()
    expect(`${error?.message}${JSON.stringify(error?.params)}`).not.toMatch(/Hello|sk-sandbox|Signature/)
  })

  it('keeps the sound that came before a failure', async () => {
    const { engine } = await open({ pieces: [4_800], errorEvent: { after: 2, refusal: THROTTLED } })
    const { pcm } = await collect(engine)
    expect(pcm.equals(toneOf(HELLO.text).subarray(0, 9_600))).toBe(true)
  })

  it('obeys Retry-After', async () => {
    const { engine } = await open({ refuse: { ...THROTTLED, retryAfter: '7' } })
    expect((await collect(engine)).error?.retryAfter).toBe(7_000)
  })

  it('names a wrong key, an unknown voice, an unknown model and too long a text', async () => {
    const { engine, service } = await open()
    const stranger = createDashScopeEngine({ apiKey: 'sk-wrong', baseUrl: service.baseUrl })
    cleanups.push(() => stranger.close())
    const code = async (utterance: Partial<Utterance>, speaker = engine) =>
      (await collect(speaker, { ...HELLO, ...utterance })).error?.code
    expect(await code({}, stranger)).toBe('speech.auth')
    expect(await code({ voice: 'Nobody' })).toBe('speech.voice-unknown')
    expect(await code({ model: 'qwen9-tts' })).toBe('speech.model-gone')
    expect(await code({ model: 'qwen3-tts-flash-realtime' })).toBe('speech.model-gone')
    expect(await code({ text: '好'.repeat(301) })).toBe('speech.text-too-long')
    expect(service.requests).toHaveLength(4)
  })

  it('names a server that is not there', async () => {
    const { engine, service } = await open()
    await service.close()
    cleanups.shift()
    const { error } = await collect(engine)
    expect(error?.code).toBe('speech.network')
    expect(error?.retryable).toBe(true)
    await engine.warm?.()
  })
})

describe('waiting', () => {
  const phaseOf = (error: LectorError | undefined) => error?.code === 'speech.timeout' && error.params

  it('gives up on a server that never answers', async () => {
    const { engine, last } = await open({ delay: 60_000 })
    const { error } = await collect(watched(engine, 60))
    expect(phaseOf(error)).toEqual({ engine: 'dashscope', phase: 'first-audio', ms: 60 })
    await until(() => last().state === 'cancelled')
  })

  it('is not held by comments without sound', async () => {
    const { engine } = await open({ comments: true })
    expect(phaseOf((await collect(watched(engine, 80))).error)).toMatchObject({ phase: 'first-audio' })
  })

  it('gives up on a stream that stalls', async () => {
    const { engine, last } = await open({ stall: { after: 2, ms: 60_000 }, pieces: [4_800] })
    const { error, pcm } = await collect(watched(engine, 200))
    expect(phaseOf(error)).toEqual({ engine: 'dashscope', phase: 'stall', ms: 200 })
    expect(pcm.length).toBe(9_600)
    await until(() => last().state === 'cancelled')
  })

  it('does not count the time in which its listener listens', async () => {
    const { engine } = await open({ pieces: [4_800] })
    let pieces = 0
    for await (const event of watched(engine, 100).speak(HELLO, never())) {
      if (event.kind === 'audio' && pieces++ === 1) await new Promise((resolve) => setTimeout(resolve, 200))
    }
    expect(pieces).toBeGreaterThan(3)
  })

  it('gives up on a connection that never stands', async () => {
    // A TLS client waits for a greeting that a silent server never sends.
    const silent = await listen(() => {})
    const engine = createDashScopeEngine({
      apiKey: 'sk',
      baseUrl: `https://127.0.0.1:${silent.port}/api/v1`,
      connectTimeout: 100,
    })
    cleanups.push(silent.close, () => engine.close())
    expect(phaseOf((await collect(engine)).error)).toEqual({ engine: 'dashscope', phase: 'connect', ms: 100 })
  })
})

describe('stopping', () => {
  it('throws the signal’s reason and closes the connection when aborted in the middle', async () => {
    const { engine, last } = await open({ pace: 1, pieces: [960] })
    const stop = new AbortController()
    const heard: SpeechEvent[] = []
    let error: unknown
    try {
      for await (const event of engine.speak(HELLO, stop.signal)) if (heard.push(event) === 2) stop.abort()
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBe(stop.signal.reason)
    expect(heard).toHaveLength(2)
    await until(() => last().state === 'cancelled')
  })

  it('ends a request that waits for its first byte', async () => {
    const { engine, service } = await open({ delay: 60_000 })
    const stop = new AbortController()
    const speaking = collect(engine, HELLO, stop.signal)
    await until(() => service.requests.length === 1)
    stop.abort()
    expect((await speaking).error).toBe(stop.signal.reason)
    await until(() => service.requests[0]!.state === 'cancelled')
  })

  it('asks nobody when the signal has already aborted, or before the first next()', async () => {
    const { engine, service } = await open()
    const reason = new Error('enough')
    expect((await collect(engine, HELLO, AbortSignal.abort(reason))).error).toBe(reason)
    engine.speak(HELLO, never())
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(service.requests).toHaveLength(0)
  })
})

describe('style', () => {
  it('goes to the instruct model when the voice has it', async () => {
    const { engine, last } = await open()
    const { notices, receipt } = await collect(engine, { ...HELLO, style: 'Whisper.' })
    expect(last()).toMatchObject({ model: 'qwen3-tts-instruct-flash', instructions: 'Whisper.' })
    expect(notices).toEqual([])
    expect(receipt?.model).toBe('qwen3-tts-instruct-flash')
  })

  it('is left out with a notice when the voice has none, and the words are spoken', async () => {
    const { engine, last } = await open()
    const { notices, pcm } = await collect(engine, { ...HELLO, voice: 'rocky', style: 'Whisper.' })
    expect(notices).toEqual([{ code: 'style-ignored', engine: 'dashscope', model: 'qwen3-tts-flash' }])
    expect(last().instructions).toBeUndefined()
    expect(last().voice).toBe('Rocky')
    expect(pcm.equals(toneOf(HELLO.text))).toBe(true)
  })
})

describe('a retired instruct model', () => {
  const gone = { status: 404, code: 'ModelNotFound', message: 'Model can not be found.' }

  async function openRetired() {
    const service = await startSpeechService({
      synthesize: speakTones,
      faults: ({ model }) => (model === 'qwen3-tts-instruct-flash' ? { refuse: gone } : undefined),
    })
    const engine = createDashScopeEngine({ apiKey: service.key, baseUrl: service.baseUrl })
    cleanups.push(
      () => service.close(),
      () => engine.close(),
    )
    return { service, engine }
  }

  it('costs the style and not the words, and is asked once', async () => {
    const { service, engine } = await openRetired()
    for (let round = 0; round < 2; round++) {
      const { pcm, notices, receipt } = await collect(engine, { ...HELLO, style: 'Whisper.' })
      expect(pcm.equals(toneOf(HELLO.text))).toBe(true)
      expect(notices).toEqual([{ code: 'style-ignored', engine: 'dashscope', model: 'qwen3-tts-flash' }])
      expect(receipt?.model).toBe('qwen3-tts-flash')
    }
    const instruct = service.requests.filter(({ model }) => model === 'qwen3-tts-instruct-flash')
    expect(instruct).toHaveLength(1)
  })

  it('costs the style and not the words of utterances that meet it at the same time', async () => {
    const { engine } = await openRetired()
    const styled = { ...HELLO, style: 'Whisper.' }
    const all = await Promise.all([1, 2, 3].map(() => collect(engine, styled)))
    for (const { error, pcm } of all) {
      expect(error).toBeUndefined()
      expect(pcm.equals(toneOf(HELLO.text))).toBe(true)
    }
  })

  it('is an error for whoever asked for it by name', async () => {
    const { engine } = await openRetired()
    const { error } = await collect(engine, { ...HELLO, style: 'Whisper.', model: 'qwen3-tts-instruct-flash' })
    expect(error?.code).toBe('speech.model-gone')
  })
})

/** A TCP relay that counts connections. */
function relay(port: string, connected: () => void) {
  return listen((near) => {
    connected()
    const far = connect(Number(port), '127.0.0.1').on('error', () => near.destroy())
    near.on('close', () => far.destroy())
    near.pipe(far).pipe(near)
  })
}
