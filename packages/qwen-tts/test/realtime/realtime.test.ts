import { type Faults, type SpeechServiceOptions, speakTones, startSpeechService, toneOf } from '@lector/loopback-speech'
import { describe, expect, it } from 'vitest'
import { createQwenTts, type QwenTtsOptions, type RealtimeRequest, type TextSource } from '../../src/index.ts'
import { cleanupAfterEach } from '../support/cleanup.ts'
import { collect } from '../support/collect.ts'
import { listen } from '../support/listen.ts'

const HELLO: RealtimeRequest = {
  model: 'qwen3-tts-flash-realtime',
  text: 'Hello there, how are you?',
  voice: 'Cherry',
  languageType: 'English',
}
const THROTTLED = { status: 429, code: 'Throttling.RateQuota', message: 'Requests rate limit exceeded.' }
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const cleanup = cleanupAfterEach()

async function open(faults?: Faults, options: QwenTtsOptions = {}, served: Partial<SpeechServiceOptions> = {}) {
  const service = await startSpeechService({ synthesize: speakTones, faults: () => faults, ...served })
  const client = createQwenTts({ apiKey: service.key, baseUrl: service.baseUrl, ...options })
  cleanup(service, client)
  return { service, client, last: () => service.requests.at(-1)! }
}

describe('a realtime stream', () => {
  it.each<[string, Faults, Partial<RealtimeRequest>]>([
    ['as DashScope sends it', {}, {}],
    ['when only a commit makes it spoken', {}, { mode: 'commit' }],
    ['in odd pieces', { pieces: [1, 333, 7, 4_801] }, {}],
    ['after an unexpected WAV header', { header: 'wav' }, {}],
    ['after a short stall', { stall: { after: 1, ms: 50 }, pieces: [4_800] }, {}],
    ['with an unknown event in between', { hugeEvent: { after: 1, length: 100_000 }, pieces: [4_800] }, {}],
  ])('gives whole samples of the text, %s', async (_, faults, fields) => {
    const { client, last } = await open(faults)
    const stream = client.realtime({ ...HELLO, ...fields })
    const { audio, chunks, result, thrown } = await collect(stream)
    expect(thrown).toBeUndefined()
    expect(audio.equals(toneOf(String(HELLO.text)))).toBe(true)
    for (const chunk of chunks) expect(chunk.length % 2).toBe(0)
    expect(stream.format).toEqual({ sampleRate: 24_000, channels: 1 })
    expect(result).toMatchObject({ model: HELLO.model, usage: { characters: 25 } })
    expect(result?.requestId).toMatch(/^resp_/)
    expect(last()).toMatchObject({ state: 'completed', text: HELLO.text, voice: 'Cherry', language: 'English' })
  })

  it('joins the responses into which the server cuts a text, and adds up what they cost', async () => {
    const { client } = await open({ header: 'wav' })
    const { audio, result } = await collect(client.realtime({ ...HELLO, text: 'One. Two! Three?' }))
    expect(audio.equals(Buffer.concat(['One. ', 'Two! ', 'Three?'].map(toneOf)))).toBe(true)
    expect(result?.usage).toEqual({ characters: 16 })
  })

  it('sends every documented setting under its own name', async () => {
    const { client, last } = await open()
    await collect(
      client.realtime({
        ...HELLO,
        model: 'qwen3-tts-instruct-flash-realtime',
        speechRate: 1.2,
        pitchRate: 0.9,
        volume: 60,
        bitRate: 64,
        instructions: 'Whisper.',
        optimizeInstructions: true,
        enableTn: true,
        extra: { brand_new: 1 },
      }),
    )
    expect(JSON.parse(last().body)).toMatchObject({
      type: 'session.update',
      session: {
        voice: 'Cherry',
        mode: 'server_commit',
        response_format: 'pcm',
        sample_rate: 24_000,
        language_type: 'English',
        speech_rate: 1.2,
        pitch_rate: 0.9,
        volume: 60,
        bit_rate: 64,
        instructions: 'Whisper.',
        optimize_instructions: true,
        enable_tn: true,
        brand_new: 1,
      },
    })
  })

  it('opens nothing before it is read', async () => {
    const { client, service } = await open()
    client.realtime(HELLO)[Symbol.asyncIterator]()
    await pause(20)
    expect(service.realtimeConnections).toBe(0)
  })
})

describe('a text that is being written', () => {
  async function* write(...texts: string[]) {
    for (const text of texts) {
      await pause(2)
      yield text
    }
  }

  it.each(['server_commit', 'commit'] as const)('is said whole and in order (%s)', async (mode) => {
    const { client, last } = await open()
    const texts = ['Once upon a time. ', '', 'There was a cat. ', 'It spoke.']
    for (const text of [write(...texts), texts] satisfies TextSource[]) {
      const { audio, result, thrown } = await collect(client.realtime({ ...HELLO, mode, text }))
      expect(thrown).toBeUndefined()
      expect(audio.equals(Buffer.concat(texts.map(toneOf)))).toBe(true)
      expect(result?.usage.characters).toBe(texts.join('').length)
      expect(last().text).toBe(texts.join(''))
    }
  })

  it.each(['server_commit', 'commit'] as const)('is heard before it is finished (%s)', async (mode) => {
    const { client } = await open()
    const { promise: heard, resolve } = Promise.withResolvers<void>()
    async function* patient() {
      yield 'The first sentence. '
      await heard
      yield 'The second one.'
    }
    let bytes = 0
    for await (const audio of client.realtime({ ...HELLO, mode, text: patient() })) {
      bytes += audio.length
      resolve()
    }
    expect(bytes).toBe(toneOf('The first sentence. The second one.').length)
  })

  it('may take its time; the timeout begins after its last word', async () => {
    const { client } = await open({ delay: 60_000 }, { timeout: 80 })
    async function* slow() {
      await pause(250)
      yield 'Hello.'
    }
    const started = performance.now()
    const { error } = await collect(client.realtime({ ...HELLO, text: slow() }))
    expect(performance.now() - started).toBeGreaterThan(320)
    expect(error).toMatchObject({ kind: 'timeout', retryable: true })
  })

  it('that breaks off throws what broke it, and ends the session', async () => {
    const { client, last } = await open({ pace: 1 })
    const reason = new Error('out of ink')
    async function* broken() {
      yield 'Hello there. '
      await pause(20)
      throw reason
    }
    expect((await collect(client.realtime({ ...HELLO, text: broken() }))).thrown).toBe(reason)
    await expect.poll(() => last().state).toBe('cancelled')
  })

  it('that never ends is let go of', async () => {
    const { client, last } = await open()
    const { promise: released, resolve } = Promise.withResolvers<boolean>()
    const text: AsyncIterable<string> = {
      [Symbol.asyncIterator]: () => ({
        next: () => new Promise(() => {}),
        return: async () => {
          resolve(true)
          return { done: true, value: undefined }
        },
      }),
    }
    const stop = new AbortController()
    const speaking = collect(client.realtime({ ...HELLO, text }, { signal: stop.signal }))
    await expect.poll(() => last()?.state).toBe('running')
    stop.abort()
    expect((await speaking).thrown).toBe(stop.signal.reason)
    expect(await released).toBe(true)
    await expect.poll(() => last().state).toBe('cancelled')
  })

  it('in commit mode is taken piece by piece, each when the last one has been spoken', async () => {
    const { client, last } = await open({ stall: { after: 1, ms: 60_000 }, pieces: [4_800] })
    let taken = 0
    async function* counted() {
      for (const text of ['The first sentence.', 'The second one.']) {
        taken++
        yield text
      }
    }
    for await (const _ of client.realtime({ ...HELLO, mode: 'commit', text: counted() })) break
    expect(taken).toBe(1)
    await expect.poll(() => last()).toMatchObject({ state: 'cancelled', text: 'The first sentence.' })
  })

  it('in commit mode is let go of when the loop is left', async () => {
    const { client } = await open({ stall: { after: 1, ms: 60_000 }, pieces: [4_800] })
    const { promise: released, resolve } = Promise.withResolvers<boolean>()
    async function* endless() {
      try {
        for (;;) yield 'One more sentence.'
      } finally {
        resolve(true)
      }
    }
    for await (const _ of client.realtime({ ...HELLO, mode: 'commit', text: endless() })) break
    expect(await released).toBe(true)
  })

  it('that is empty ends without audio', async () => {
    const { client } = await open()
    const { audio, result, thrown } = await collect(client.realtime({ ...HELLO, text: write() }))
    expect(thrown).toBeUndefined()
    expect(audio.length).toBe(0)
    expect(result?.usage).toEqual({})
  })
})

describe('a failure', () => {
  it.each<[string, Faults, object]>([
    ['a cut connection', { cut: { after: 1 } }, { kind: 'network', retryable: true }],
    ['a close before the end', { endWithoutStop: true }, { kind: 'cut', retryable: true, closeCode: 1000 }],
    [
      'throttling',
      { closeWith: { after: 1, code: 1011, reason: 'To many requests. Your requests are being throttled' } },
      {
        kind: 'rate-limited',
        retryable: true,
        closeCode: 1011,
        status: 429,
        providerMessage: 'To many requests. Your requests are being throttled',
      },
    ],
    [
      'a close whose reason begins with a status and a code',
      { closeWith: { after: 0, code: 1007, reason: '400-Arrearage Access denied.' } },
      { kind: 'billing', retryable: false, closeCode: 1007, status: 400, code: 'Arrearage' },
    ],
    [
      'a failure inside',
      { closeWith: { after: 0, code: 1011, reason: 'Internal' } },
      { kind: 'server', retryable: true, closeCode: 1011 },
    ],
    ['going away', { closeWith: { after: 1, code: 1001, reason: '' } }, { kind: 'cut', closeCode: 1001 }],
    ['a failed response', { responseStatus: 'failed' }, { kind: 'server', retryable: true }],
    ['an incomplete response', { responseStatus: 'incomplete' }, { kind: 'cut', retryable: true }],
    ['an event that is no JSON', { malformedJson: { after: 1 } }, { kind: 'malformed', retryable: true }],
    ['audio that is no Base64', { badBase64: { after: 1 } }, { kind: 'malformed', retryable: true }],
    ['a session without audio', { silent: true }, { kind: 'malformed', retryable: true }],
    ['an event of 3 MB', { hugeEvent: { after: 1, length: 3_000_000 } }, { kind: 'network', retryable: true }],
    ['an error event after audio', { errorEvent: { after: 1, refusal: THROTTLED } }, { kind: 'rate-limited' }],
    ['a refusal', { refuse: THROTTLED }, { kind: 'rate-limited', code: THROTTLED.code }],
    [
      'a blocked text',
      { errorEvent: { after: 0, refusal: { status: 400, code: 'DataInspectionFailed', message: 'x' } } },
      { kind: 'blocked', retryable: false },
    ],
    [
      'a value that the server does not take',
      { refuse: { status: 400, code: 'invalid_value', message: 'Unknown language.' } },
      { kind: 'bad-request', retryable: false, providerMessage: 'Unknown language.' },
    ],
  ])('names %s', async (_, faults, expected) => {
    const { client } = await open({ pieces: [4_800], ...faults })
    const { error, result } = await collect(client.realtime(HELLO))
    expect(error).toMatchObject({ name: 'QwenTtsError', ...expected })
    expect(result).toBeUndefined()
    expect(error?.message).not.toMatch(/Hello|sk-sandbox/)
  })

  it('names a wrong key, an unknown voice and an unknown model', async () => {
    const { client, service } = await open()
    const stranger = createQwenTts({ apiKey: 'sk-wrong', baseUrl: service.baseUrl })
    cleanup(stranger)
    const errorOf = async (fields: Partial<RealtimeRequest>, speaker = client) =>
      (await collect(speaker.realtime({ ...HELLO, ...fields }))).error
    expect(await errorOf({}, stranger)).toMatchObject({ kind: 'auth', status: 401 })
    expect(await errorOf({ voice: 'Nobody' })).toMatchObject({ kind: 'voice-unknown', status: 400 })
    expect(await errorOf({ model: 'qwen9-tts-realtime' })).toMatchObject({ kind: 'model-gone' })
    expect(await errorOf({ model: 'qwen3-tts-flash' })).toMatchObject({ kind: 'model-gone' })
  })

  it.each([
    [403, 'access', false],
    [404, 'bad-request', false],
    [429, 'rate-limited', true],
    [503, 'server', true],
    [200, 'server', true],
  ])('names a handshake that is answered with %i', async (status, kind, retryable) => {
    const { client } = await open(undefined, {}, { realtime: { handshake: () => status } })
    expect((await collect(client.realtime(HELLO))).error).toMatchObject({ kind, retryable })
  })

  it('names a server that is not there, one that never connects and one that never greets', async () => {
    const silent = await listen(() => {})
    const gone = await listen(() => {})
    await gone.close()
    const errorOf = async (baseUrl: string, timeout = 150) => {
      const client = createQwenTts({ apiKey: 'sk', baseUrl, connectTimeout: 100, timeout })
      cleanup(client)
      return (await collect(client.realtime(HELLO))).error
    }
    expect(await errorOf(`http://127.0.0.1:${gone.port}/api/v1`)).toMatchObject({ kind: 'network', retryable: true })
    expect(await errorOf(`https://127.0.0.1:${silent.port}/api/v1`, 5_000)).toMatchObject({
      kind: 'timeout',
      message: 'DashScope sent no connection within 100 ms',
    })
    expect(await errorOf(`http://127.0.0.1:${silent.port}/api/v1`)).toMatchObject({
      kind: 'timeout',
      message: 'DashScope sent no greeting within 150 ms',
    })
    await silent.close()
  })

  it('names speech that stalls, and does not count the time that its caller takes', async () => {
    const { client, last } = await open({ stall: { after: 2, ms: 60_000 }, pieces: [4_800] }, { timeout: 150 })
    let bytes = 0
    const playing = (async () => {
      for await (const audio of client.realtime(HELLO)) {
        if (bytes === 0) await pause(300)
        bytes += audio.length
      }
    })()
    await expect(playing).rejects.toMatchObject({ kind: 'timeout' })
    expect(bytes).toBe(9_600)
    await expect.poll(() => last().state).toBe('cancelled')
  })
})

describe('an aborted signal', () => {
  it('throws its reason and cuts the connection, before, at and after the greeting', async () => {
    const { client, service, last } = await open({ pace: 1 })
    const reason = new Error('enough')
    const aborted = await collect(client.realtime(HELLO, { signal: AbortSignal.abort(reason) }))
    expect(aborted.thrown).toBe(reason)
    expect(service.realtimeConnections).toBe(0)

    const early = new AbortController()
    const connecting = collect(client.realtime(HELLO, { signal: early.signal }))
    early.abort(reason)
    expect((await connecting).thrown).toBe(reason)

    const late = new AbortController()
    const speaking = collect(client.realtime(HELLO, { signal: late.signal }))
    await expect.poll(() => last()?.pcm.length).toBeGreaterThan(0)
    late.abort(reason)
    expect((await speaking).thrown).toBe(reason)
    await expect.poll(() => last().state).toBe('cancelled')
  })
})
