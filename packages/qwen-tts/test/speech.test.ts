import { connect } from 'node:net'
import { type Faults, speakTones, startSpeechService, toneOf } from '@lector/loopback-speech'
import { describe, expect, it } from 'vitest'
import { createQwenTts, type QwenTtsOptions, type QwenTtsRequest } from '../src/index.ts'
import { cleanupAfterEach } from './support/cleanup.ts'
import { collect } from './support/collect.ts'
import { listen } from './support/listen.ts'

const HELLO: QwenTtsRequest = {
  model: 'qwen3-tts-flash',
  text: 'Hello there, how are you?',
  voice: 'Cherry',
  languageType: 'English',
}
const THROTTLED = { status: 429, code: 'Throttling.RateQuota', message: 'Requests rate limit exceeded.' }
const cleanup = cleanupAfterEach()

async function open(faults?: Faults, options: QwenTtsOptions = {}) {
  const service = await startSpeechService({ synthesize: speakTones, faults: () => faults })
  const client = createQwenTts({ apiKey: service.key, baseUrl: service.baseUrl, ...options })
  cleanup(service, client)
  return { service, client, last: () => service.requests.at(-1)! }
}

describe('a stream', () => {
  it.each<[string, Faults]>([
    ['as DashScope sends it', {}],
    ['without a header', { header: 'none' }],
    ['with the header split over two events', { header: 'split' }],
    ['in odd pieces', { pieces: [1, 333, 7, 4_801] }],
    ['with CRLF', { lineEnd: '\r\n' }],
    ['byte by byte', { bytesPerWrite: 1, pieces: [1_000] }],
    ['under a wrong content type', { contentType: 'text/plain' }],
    ['after a short stall', { stall: { after: 1, ms: 50 }, pieces: [4_800] }],
  ])('gives whole samples of the text, %s', async (_, faults) => {
    const { client, last } = await open(faults)
    const text = faults.bytesPerWrite ? 'Hi' : HELLO.text
    const stream = client.stream({ ...HELLO, text })
    const { audio, chunks, result, thrown } = await collect(stream)
    expect(thrown).toBeUndefined()
    expect(audio.equals(toneOf(text))).toBe(true)
    for (const chunk of chunks) expect(chunk.length % 2).toBe(0)
    expect(stream.format).toEqual({ sampleRate: 24_000, channels: 1 })
    expect(result).toMatchObject({ model: HELLO.model, usage: { characters: text.length }, requestId: last().id })
    expect(result?.url).toMatch(/^http:.*Signature=/)
    expect(result?.expiresAt).toBeGreaterThan(Date.now())
  })

  it('fetches the file if a gateway passes on no events', async () => {
    const answers: Faults[] = [{}]
    const service = await startSpeechService({ synthesize: speakTones, faults: () => answers.shift() })
    const client = createQwenTts({ apiKey: service.key, baseUrl: service.baseUrl })
    cleanup(service, client)
    const { url } = (await collect(client.stream(HELLO))).result!
    const body = JSON.stringify({ output: { audio: { data: '', url }, finish_reason: 'stop' } }, null, 2)
    answers.push({ raw: { status: 200, contentType: 'application/json', body } })
    const { audio, result } = await collect(client.stream(HELLO))
    expect(audio.equals(toneOf(HELLO.text))).toBe(true)
    expect(result).toEqual({ model: HELLO.model, usage: {}, url })
  })

  it('gives audio before the sentence is finished, and ends the request when it is left', async () => {
    const { client, last } = await open({ stall: { after: 1, ms: 60_000 }, pieces: [4_800] })
    const stream = client.stream(HELLO)
    for await (const chunk of stream) {
      expect(chunk.length).toBeGreaterThan(0)
      expect(last().state).toBe('running')
      break
    }
    await expect.poll(() => last().state).toBe('cancelled')
    expect(stream.result).toBeUndefined()
  })

  it('sends nothing before it is read, and can be read once', async () => {
    const { client, service } = await open()
    const stream = client.stream(HELLO)
    const iterator = stream[Symbol.asyncIterator]()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(service.requests).toHaveLength(0)
    expect((await iterator.next()).done).toBe(false)
    expect(() => stream[Symbol.asyncIterator]()).toThrow(TypeError)
    await iterator.return?.()
  })

  it('sends instructions in either place', async () => {
    for (const instructionsIn of ['input', 'parameters'] as const) {
      const { client, last } = await open()
      const model = 'qwen3-tts-instruct-flash'
      const how = { instructions: 'Whisper.', optimizeInstructions: true, instructionsIn }
      expect((await collect(client.stream({ ...HELLO, model, ...how }))).thrown).toBeUndefined()
      expect(last()).toMatchObject({ instructions: 'Whisper.', optimizeInstructions: true })
      expect(JSON.parse(last().body)[instructionsIn]).toHaveProperty('instructions')
    }
  })

  it('uses one connection for one request after another, and the warm one for the first', async () => {
    const { service } = await open()
    let connections = 0
    const relay = await listen((near) => {
      connections++
      const far = connect(Number(new URL(service.baseUrl).port), '127.0.0.1').on('error', () => near.destroy())
      near.on('close', () => far.destroy())
      near.pipe(far).pipe(near)
    })
    const client = createQwenTts({ apiKey: service.key, baseUrl: `http://127.0.0.1:${relay.port}/api/v1` })
    cleanup(relay, client)
    await client.warm()
    expect(connections).toBe(1)
    for (let i = 0; i < 5; i++) {
      expect((await collect(client.stream(HELLO))).thrown).toBeUndefined()
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    expect(connections).toBe(1)
    expect(service.requests).toHaveLength(5)
  })
})

describe('a file', () => {
  it('has an address, which is downloaded without the key', async () => {
    const { client, last } = await open()
    const file = await client.synthesize(HELLO)
    expect(last().streaming).toBe(false)
    expect(file).toMatchObject({ usage: { characters: HELLO.text.length }, requestId: last().id })
    const wav = Buffer.concat(await Array.fromAsync(client.download(file.url)))
    expect(wav.toString('latin1', 0, 4)).toBe('RIFF')
    expect(wav.subarray(44).equals(toneOf(HELLO.text))).toBe(true)
  })

  it('without an address is an answer that cannot be read', async () => {
    const { client } = await open({ withoutUrl: true })
    await expect(client.synthesize(HELLO)).rejects.toMatchObject({ kind: 'malformed', retryable: true })
  })

  it('is not waited for once the signal aborts', async () => {
    const { client, last } = await open({ delay: 60_000 })
    const stop = new AbortController()
    const made = client.synthesize(HELLO, { signal: stop.signal })
    await expect.poll(() => last()?.state).toBe('running')
    stop.abort(new Error('enough'))
    await expect(made).rejects.toThrow('enough')
    await expect.poll(() => last().state).toBe('cancelled')
  })

  it('is refused like a stream', async () => {
    const { client } = await open({ refuse: { ...THROTTLED, retryAfter: '7' } })
    await expect(client.synthesize(HELLO)).rejects.toMatchObject({ kind: 'rate-limited', retryAfter: 7_000 })
  })
})

describe('a failure', () => {
  it.each<[string, Faults, string, boolean]>([
    ['a connection cut inside an event', { cut: { after: 1 } }, 'network', true],
    ['an end without "stop"', { endWithoutStop: true }, 'cut', true],
    ['an event that is no JSON', { malformedJson: { after: 1 } }, 'malformed', true],
    ['audio that is no Base64', { badBase64: { after: 1 } }, 'malformed', true],
    ['an MP3 in place of PCM', { header: 'mp3' }, 'malformed', false],
    ['an event of 3 MB', { hugeEvent: { after: 1, length: 3_000_000 } }, 'malformed', true],
    ['a stream without audio', { silent: true, withoutUrl: true }, 'malformed', true],
    ['a redirect', { redirect: 'http://127.0.0.1:9/' }, 'malformed', false],
    ['a page of HTML', { raw: { status: 200, contentType: 'text/html', body: '<p>Hello</p>' } }, 'malformed', true],
    ['a gateway’s 502', { raw: { status: 502, contentType: 'text/html', body: '<p>Bad</p>' } }, 'server', true],
    ['an empty 200', { raw: { status: 200, contentType: 'text/event-stream', body: '' } }, 'cut', true],
    [
      'an error object as an event named result',
      { raw: { status: 200, contentType: 'text/event-stream', body: 'event:result\ndata:{"code":"Throttling"}\n\n' } },
      'rate-limited',
      true,
    ],
    [
      'an error object as plain JSON under the name of events',
      { raw: { status: 200, contentType: 'text/event-stream', body: '{"code":"Arrearage","message":"x"}' } },
      'billing',
      false,
    ],
    ['an error event after audio', { errorEvent: { after: 1, refusal: THROTTLED } }, 'rate-limited', true],
    ['a refusal as JSON', { refuse: THROTTLED }, 'rate-limited', true],
    ['a refusal as an event', { refuse: { ...THROTTLED, framed: true } }, 'rate-limited', true],
  ])('names %s', async (_, faults, kind, retryable) => {
    const { client } = await open({ pieces: [4_800], ...faults })
    const { error, result } = await collect(client.stream(HELLO))
    expect(error).toMatchObject({ name: 'QwenTtsError', kind, retryable })
    expect(result).toBeUndefined()
    expect(error?.message).not.toMatch(/Hello|sk-sandbox|Signature/)
  })

  it('leaves the audio that came before it', async () => {
    const { client } = await open({ pieces: [4_800], errorEvent: { after: 2, refusal: THROTTLED } })
    const { audio, error } = await collect(client.stream(HELLO))
    expect(audio.equals(toneOf(HELLO.text).subarray(0, 9_600))).toBe(true)
    expect(error).toMatchObject({ status: 429, code: THROTTLED.code, providerMessage: THROTTLED.message })
  })

  it('names a wrong key, an unknown voice, an unknown model, a realtime model and too long a text', async () => {
    const { client, service } = await open()
    const stranger = createQwenTts({ apiKey: 'sk-wrong', baseUrl: service.baseUrl })
    cleanup(stranger)
    const kind = async (fields: Partial<QwenTtsRequest>, speaker = client) =>
      (await collect(speaker.stream({ ...HELLO, ...fields }))).error?.kind
    expect(await kind({}, stranger)).toBe('auth')
    expect(await kind({ voice: 'Nobody' })).toBe('voice-unknown')
    expect(await kind({ model: 'qwen9-tts' })).toBe('model-gone')
    expect(await kind({ model: 'qwen3-tts-flash-realtime' })).toBe('model-gone')
    expect(await kind({ text: '好'.repeat(301) })).toBe('text-too-long')
  })

  it('names a server that is not there, and warms without throwing', async () => {
    const silent = await listen(() => {})
    await silent.close()
    const client = createQwenTts({ apiKey: 'sk', baseUrl: `http://127.0.0.1:${silent.port}/api/v1` })
    cleanup(client)
    await client.warm()
    expect((await collect(client.stream(HELLO))).error).toMatchObject({ kind: 'network', retryable: true })
  })
})

describe('a timeout', () => {
  it('ends a request that is not answered, and one that stalls', async () => {
    for (const faults of [{ delay: 60_000 }, { stall: { after: 1, ms: 60_000 }, pieces: [4_800] }]) {
      const { client, last } = await open(faults, { timeout: 1_000 })
      const { error } = await collect(client.stream(HELLO))
      expect(error).toMatchObject({ kind: 'timeout', retryable: true })
      await expect.poll(() => last().state).toBe('cancelled')
    }
  })

  it('ends a connection that is never established', async () => {
    // A TLS client waits for a greeting that a silent server never sends.
    const silent = await listen(() => {})
    const client = createQwenTts({
      apiKey: 'sk',
      baseUrl: `https://127.0.0.1:${silent.port}/api/v1`,
      connectTimeout: 100,
    })
    cleanup(silent, client)
    const { error } = await collect(client.stream(HELLO))
    expect(error).toMatchObject({ kind: 'timeout', message: 'DashScope sent no connection within 100 ms' })
  })
})

describe('an aborted signal', () => {
  it('throws its reason and ends the request, in the middle and before the first byte', async () => {
    for (const faults of [{ pace: 1, pieces: [960] }, { delay: 60_000 }]) {
      const { client, last } = await open(faults)
      const stop = new AbortController()
      const reason = new Error('enough')
      const playing = collect(client.stream(HELLO, { signal: stop.signal }))
      await expect.poll(() => last()?.state).toBe('running')
      await new Promise((resolve) => setTimeout(resolve, 30))
      stop.abort(reason)
      expect((await playing).thrown).toBe(reason)
      await expect.poll(() => last().state).toBe('cancelled')
    }
  })

  it('sends nothing when it has aborted before', async () => {
    const { client, service } = await open()
    const reason = new Error('enough')
    const { thrown } = await collect(client.stream(HELLO, { signal: AbortSignal.abort(reason) }))
    expect(thrown).toBe(reason)
    await expect(client.synthesize(HELLO, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    expect(service.requests).toHaveLength(0)
  })
})
