import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import { SAMPLE_RATE } from '../src/audio/pcm.ts'
import { speakTones, toneOf } from '../src/audio/tones.ts'
import { type SpeechService, type SpeechServiceOptions, startSpeechService } from '../src/service.ts'

const TEXT = 'Today is a wonderful day to build something people love!'

let service: SpeechService
afterEach(() => service.close())

const start = async (options: Partial<SpeechServiceOptions> = {}) => {
  service = await startSpeechService({ synthesize: speakTones, ...options })
  return service
}

interface FinalAnswer {
  readonly output: { readonly audio: { readonly url: string } }
}

interface Call {
  readonly body?: unknown
  readonly key?: string
  readonly stream?: boolean
  readonly headers?: Record<string, string>
}

function post({ body, key = service.key, stream = true, headers = {} }: Call = {}): Promise<Response> {
  return fetch(`${service.baseUrl}/services/aigc/multimodal-generation/generation`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      ...(stream ? { 'x-dashscope-sse': 'enable' } : {}),
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body ?? order()),
  })
}

function order(input: Record<string, unknown> = {}, model = 'qwen3-tts-flash') {
  return { model, input: { text: TEXT, voice: 'Cherry', language_type: 'English', ...input } }
}

/** The data of every event, and the frame around the first. */
async function eventsOf(response: Response) {
  const frames = (await response.text()).split('\n\n').slice(0, -1)
  return {
    frame: frames[0]?.replace(/data:.*/s, 'data:') ?? '',
    data: frames.map((frame) => JSON.parse(frame.split('data:')[1]!)),
  }
}

const soundOf = (data: { output: { audio: { data: string } } }[]) =>
  Buffer.concat(data.map(({ output }) => Buffer.from(output.audio.data, 'base64')))

describe('the loopback DashScope', () => {
  it('streams events in DashScope’s spelling, a WAV header first and the address last', async () => {
    await start()
    const response = await post()
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/event-stream;charset=UTF-8')
    const { frame, data } = await eventsOf(response)
    expect(frame).toBe('id:1\nevent:result\n:HTTP_STATUS/200\ndata:')

    const first = Buffer.from(data[0].output.audio.data, 'base64')
    expect(first.subarray(0, 44).toString('hex')).toBe(
      '52494646feffff7f57415645666d74201000000001000100c05d000080bb00000200100064617461ffffff7f',
    )
    expect(soundOf(data).subarray(44).equals(toneOf(TEXT))).toBe(true)
    for (const event of data.slice(0, -1)) expect(event.output.finish_reason).toBe('null')

    const last = data.at(-1)
    expect(Object.keys(last)).toEqual(['output', 'usage', 'request_id'])
    expect(last.output.finish_reason).toBe('stop')
    expect(last.output.audio.data).toBe('')
    expect(last.output.audio.id).toBe(`audio_${last.request_id}`)
    expect(last.usage).toEqual({ characters: 56 })
    expect(last.output.audio.expires_at * 1000 - Date.now()).toBeGreaterThan(86_000_000)
  })

  it('answers without streaming with the address of a WAV', async () => {
    await start()
    const answer = (await (await post({ stream: false })).json()) as FinalAnswer
    expect(answer).toMatchObject({ output: { audio: { data: '' }, finish_reason: 'stop' }, usage: { characters: 56 } })
    const file = await fetch(answer.output.audio.url)
    expect(file.headers.get('content-type')).toBe('audio/wav')
    const wav = Buffer.from(await file.arrayBuffer())
    expect(wav.toString('latin1', 0, 4)).toBe('RIFF')
    expect([wav.readUInt16LE(22), wav.readUInt32LE(24), wav.readUInt16LE(34)]).toEqual([1, SAMPLE_RATE, 16])
    expect(wav.subarray(44).equals(toneOf(TEXT))).toBe(true)
  })

  it('serves files by signed URL only, and refuses a key', async () => {
    await start()
    const { output } = (await (await post({ stream: false })).json()) as FinalAnswer
    const url = new URL(output.audio.url)
    const status = async (change: (url: URL) => void, headers = {}) => {
      const changed = new URL(url)
      change(changed)
      return (await fetch(changed, { headers })).status
    }
    expect(await status(() => {})).toBe(200)
    expect(await status((changed) => changed.searchParams.delete('Signature'))).toBe(403)
    expect(await status((changed) => changed.searchParams.set('Expires', '9999999999'))).toBe(403)
    expect(await status((changed) => (changed.pathname = '/results/00/other.wav'))).toBe(403)
    expect(await status(() => {}, { authorization: `Bearer ${service.key}` })).toBe(400)
  })

  it.skipIf(spawnSync('curl', ['--version']).error)(
    'serves the official curl lines with only the host changed',
    async () => {
      await start()
      const { stdout } = await promisify(execFile)('curl', [
        ...['-sS', '-X', 'POST', `${service.baseUrl}/services/aigc/multimodal-generation/generation`],
        ...['-H', `Authorization: Bearer ${service.key}`, '-H', 'Content-Type: application/json'],
        ...['-H', 'X-DashScope-SSE: enable'],
        ...[
          '-d',
          `{"model": "qwen3-tts-flash", "input": {"text": "${TEXT}", "voice": "Cherry", "language_type": "Chinese"}}`,
        ],
      ])
      expect(stdout.match(/^data:/gm)!.length).toBeGreaterThan(1)
      expect(stdout).toContain('"finish_reason":"stop"')
      expect(service.requests[0]).toMatchObject({ state: 'completed', language: 'Chinese', text: TEXT })
    },
  )

  it.each<[string, Call, number, string]>([
    ['a wrong key', { key: 'sk-wrong' }, 401, 'InvalidApiKey'],
    ['a body that is no JSON', { body: '{' }, 400, 'BadRequest.IllegalInput'],
    ['no model', { body: { input: {} } }, 400, 'BadRequest.EmptyModel'],
    ['an unknown model', { body: order({}, 'qwen9-tts') }, 404, 'ModelNotFound'],
    ['a realtime model', { body: order({}, 'qwen3-tts-flash-realtime') }, 400, 'InvalidParameter'],
    ['no text', { body: order({ text: ' ' }) }, 400, 'BadRequest.EmptyInput'],
    ['too long a text', { body: order({ text: '好'.repeat(301) }) }, 400, 'InvalidParameter'],
    ['an unknown voice', { body: order({ voice: 'cherry' }) }, 400, 'InvalidParameter'],
    [
      'a voice that the model lacks',
      { body: order({ voice: 'Rocky' }, 'qwen3-tts-instruct-flash') },
      400,
      'InvalidParameter',
    ],
    ['an unknown language', { body: order({ language_type: 'en' }) }, 400, 'InvalidParameter'],
    ['an asynchronous call', { headers: { 'x-dashscope-async': 'enable' } }, 403, 'AccessDenied'],
  ])('refuses %s', async (_, call, status, code) => {
    await start()
    const response = await post(call)
    expect(response.status).toBe(status)
    const body = (await response.json()) as { code: string }
    expect(Object.keys(body)).toEqual(['code', 'message', 'request_id'])
    expect(body.code).toBe(code)
    expect(service.requests[0]).toMatchObject({ state: 'refused', status })
  })

  it('refuses more requests in a minute than it allows', async () => {
    await start({ requestsPerMinute: 2 })
    const statuses = [await post(), await post(), await post()].map(({ status }) => status)
    expect(statuses).toEqual([200, 200, 429])
  })

  it('answers 404 for other paths and 405 for GET', async () => {
    await start()
    expect((await fetch(`${service.baseUrl}/services/aigc/multimodal-generation/generation`)).status).toBe(405)
    expect((await fetch(service.baseUrl)).status).toBe(404)
    expect(service.requests).toHaveLength(0)
  })

  it('records requests and their answers', async () => {
    await start({ keep: 2 })
    const style = { instructions: 'Whisper.', optimize_instructions: true }
    await (await post()).text()
    const model = 'qwen3-tts-instruct-flash'
    await (await post({ body: order(style, model), headers: { 'x-dashscope-workspace': 'ws-1' } })).text()
    await (await post({ body: { ...order({}, model), parameters: style } })).text()
    expect(service.requests).toHaveLength(2)
    for (const request of service.requests) {
      expect(request).toMatchObject({
        model,
        text: TEXT,
        voice: 'Cherry',
        language: 'English',
        instructions: 'Whisper.',
        optimizeInstructions: true,
        streaming: true,
        state: 'completed',
        status: 200,
      })
      expect(request.pcm.equals(toneOf(TEXT))).toBe(true)
      expect(request.firstAudioAt).toBeGreaterThanOrEqual(request.at)
      expect(request.endedAt).toBeGreaterThanOrEqual(request.firstAudioAt!)
    }
    expect(service.requests[0]!.workspace).toBe('ws-1')
  })

  it('passes text, voice, language and style to the synthesiser', async () => {
    const spoken: unknown[] = []
    await start({
      synthesize: (utterance, signal) => {
        spoken.push(utterance)
        return speakTones(utterance, signal)
      },
    })
    await (await post({ body: order({ instructions: 'Whisper.', language_type: 'Russian' }) })).text()
    await (await post({ body: order({ instructions: 'Whisper.' }, 'qwen3-tts-instruct-flash') })).text()
    expect(spoken).toEqual([
      { text: TEXT, voice: 'Cherry', model: 'qwen3-tts-flash', language: 'Russian' },
      { text: TEXT, voice: 'Cherry', model: 'qwen3-tts-instruct-flash', language: 'English', style: 'Whisper.' },
    ])
  })

  it('sends sound while it is still being made', async () => {
    let release = () => {}
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    await start({
      synthesize: async function* (utterance, signal) {
        yield Buffer.alloc(20_000)
        await gate
        yield* speakTones(utterance, signal)
      },
    })
    const reader = (await post()).body!.getReader()
    const { value } = await reader.read()
    expect(Buffer.from(value!).toString()).toMatch(/^id:1\nevent:result/)
    release()
    while (!(await reader.read()).done);
    expect(service.requests[0]!.state).toBe('completed')
  })

  it('stops synthesis when the client disconnects', async () => {
    let stopped = false
    await start({
      synthesize: async function* (utterance, signal) {
        signal.addEventListener('abort', () => {
          stopped = true
        })
        yield* speakTones(utterance, signal)
      },
      faults: () => ({ pace: 1, pieces: [960] }),
    })
    const caller = new AbortController()
    const response = await fetch(`${service.baseUrl}/services/aigc/multimodal-generation/generation`, {
      method: 'POST',
      headers: { authorization: `Bearer ${service.key}`, 'x-dashscope-sse': 'enable' },
      body: JSON.stringify(order()),
      signal: caller.signal,
    })
    await response.body!.getReader().read()
    caller.abort()
    await expect.poll(() => service.requests[0]!.state).toBe('cancelled')
    expect(stopped).toBe(true)
    expect(service.requests[0]!.pcm.length).toBeLessThan(toneOf(TEXT).length)
  })

  it('murmurs text that its voice cannot pronounce, in proportion to its length', async () => {
    await start({
      synthesize: async function* () {},
    })
    const lengthOf = async (text: string) =>
      soundOf((await eventsOf(await post({ body: order({ text }) }))).data).length
    const short = await lengthOf('你好。')
    const long = await lengthOf('今天天气很好，我们去公园散步吧。')
    expect(short).toBeGreaterThan(SAMPLE_RATE / 2)
    expect(long).toBeGreaterThan(3 * short)
    expect(await lengthOf('Привет, как дела?')).toBeGreaterThan(short)
    expect(await lengthOf('…')).toBeGreaterThan(44)
  })

  it('answers 500 if synthesis fails before the first sound', async () => {
    await start({
      // biome-ignore lint/correctness/useYield: it fails before its first sound.
      synthesize: async function* () {
        throw new Error('no voice today')
      },
    })
    const response = await post()
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('no voice')
  })
})
