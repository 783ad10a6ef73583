import { once } from 'node:events'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { type SpeechService, speakSine, startSpeechService } from '../../src/index.ts'
import { measurePcm } from '../support/measure.ts'

let service: SpeechService
afterEach(() => service.close())

async function ask(mood: string, model = 'qwen3-tts-flash') {
  service = await startSpeechService({ synthesize: speakSine, mood })
  return fetch(`${service.baseUrl}/services/aigc/multimodal-generation/generation`, {
    method: 'POST',
    headers: { authorization: `Bearer ${service.key}`, 'x-dashscope-sse': 'enable' },
    body: JSON.stringify({ model, input: { text: 'Hello', voice: 'Cherry' } }),
  })
}

/** The data of each event that came, until the answer ended or broke. */
async function dataOf(answer: Response) {
  let text = ''
  try {
    for await (const bytes of answer.body!) text += Buffer.from(bytes).toString()
  } catch {
    // A broken answer ends here.
  }
  const frames = text.split('\n\n').slice(0, -1)
  return frames.map((frame) => JSON.parse(frame.split('\ndata:')[1]!))
}

const soundOf = (data: { output?: { audio?: { data?: string } } | null }[]) =>
  Buffer.concat(data.map(({ output }) => Buffer.from(output?.audio?.data ?? '', 'base64')))

describe('DashScope in a mood', () => {
  it.each<[mood: string, seconds: number, last: object]>([
    ['dashscope-without-stop', 2, { output: { finish_reason: 'null' } }],
    ['dashscope-error-after-sound', 2, { code: 'InternalError.Algo' }],
    ['dashscope-error-in-the-middle', 0.32, { code: 'InternalError.Algo' }],
    ['dashscope-break-in-the-middle', 0.32, { output: { finish_reason: 'null' } }],
    ['dashscope-null-output', 2, { output: { finish_reason: 'stop' } }],
  ])('%s: %d s of sound, then %j', async (mood, seconds, last) => {
    const data = await dataOf(await ask(mood))
    expect(measurePcm(soundOf(data).subarray(44), 24_000)).toEqual({
      hertz: expect.closeTo(440, 0),
      seconds: expect.closeTo(seconds, 2),
    })
    expect(data.at(-1)).toMatchObject(last)
  })

  it('dashscope-null-output has an event without output', async () => {
    expect((await dataOf(await ask('dashscope-null-output'))).filter(({ output }) => output === null)).toHaveLength(1)
  })

  it('dashscope-url-only sends an address and no sound', async () => {
    const data = await dataOf(await ask('dashscope-url-only'))
    expect(soundOf(data)).toHaveLength(0)
    expect(data.at(-1).output.audio.url).toMatch(/^http/)
  })

  it('dashscope-mp3 sends frames of MP3 without a header before them', async () => {
    expect(
      soundOf(await dataOf(await ask('dashscope-mp3')))
        .subarray(0, 2)
        .toString('hex'),
    ).toBe('fff3')
  })

  it.each<[mood: string, status: number, code: string]>([
    ['dashscope-wrong-key', 401, 'InvalidApiKey'],
    ['dashscope-free-tier-used-up', 403, 'AllocationQuota.FreeTierOnly'],
    ['dashscope-in-arrears', 400, 'Arrearage'],
    ['dashscope-throttled', 429, 'Throttling.RateQuota'],
    ['dashscope-text-refused', 400, 'DataInspectionFailed'],
    ['dashscope-text-invalid', 400, 'InvalidParameter'],
    ['dashscope-voice-418', 400, 'InvalidParameter'],
  ])('%s refuses with %i %s', async (mood, status, code) => {
    const answer = await ask(mood)
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ code })
  })

  it('dashscope-instruct-gone serves the plain model alone', async () => {
    expect((await ask('dashscope-instruct-gone', 'qwen3-tts-instruct-flash')).status).toBe(404)
    await service.close()
    expect((await ask('dashscope-instruct-gone')).status).toBe(200)
  })

  it('dashscope-after-retirement serves the two undated models', async () => {
    expect((await ask('dashscope-after-retirement', 'qwen-tts')).status).toBe(404)
    await service.close()
    expect((await ask('dashscope-after-retirement')).status).toBe(200)
  })
})

/** One sentence over the WebSocket; what came, how it closed, or `open` if it did not within the time. */
async function talk(mood: string) {
  service = await startSpeechService({ synthesize: speakSine, mood })
  const url = `${service.baseUrl.replace('http', 'ws').replace('/api/v1', '')}/api-ws/v1/realtime?model=qwen3-tts-flash-realtime`
  const socket = new WebSocket(url, { headers: { authorization: `Bearer ${service.key}` } })
  const events: { type: string; delta?: string; response?: { status: string }; error?: { message: string } }[] = []
  const binary: Buffer[] = []
  socket.on('message', (data, isBinary) => {
    if (isBinary) binary.push(data as Buffer)
    else events.push(JSON.parse(data.toString()))
  })
  const closed = once(socket, 'close').then(([code, reason]) => ({ code, reason: String(reason) }))
  await once(socket, 'open')
  for (const event of [
    { type: 'session.update', session: { voice: 'Cherry', mode: 'server_commit' } },
    { type: 'input_text_buffer.append', text: 'Hello there. ' },
    { type: 'session.finish' },
  ])
    socket.send(JSON.stringify(event))
  const end = await Promise.race([closed, new Promise<'open'>((resolve) => setTimeout(resolve, 500, 'open'))])
  socket.terminate()
  const types = events.map(({ type }) => type)
  const sound = (type: string) =>
    Buffer.concat(events.filter((event) => event.type === type).map(({ delta = '' }) => Buffer.from(delta, 'base64')))
  return { events, types, binary: Buffer.concat(binary), sound, end }
}

describe('the realtime service in a mood', () => {
  it('realtime-never-finished stays open after the response', async () => {
    const { types, end } = await talk('realtime-never-finished')
    expect([types.at(-1), end]).toEqual(['response.done', 'open'])
  })

  it('realtime-closed-after-response closes without session.finished', async () => {
    const { types, end } = await talk('realtime-closed-after-response')
    expect([types.at(-1), end]).toEqual(['response.done', { code: 1000, reason: '' }])
  })

  it('realtime-finish-unknown answers session.finish with an error', async () => {
    const { events } = await talk('realtime-finish-unknown')
    expect(events.find(({ type }) => type === 'error')?.error?.message).toContain('Invalid event type')
  })

  it('realtime-incomplete sends the whole sound and calls it incomplete', async () => {
    const { events, sound } = await talk('realtime-incomplete')
    expect(sound('response.audio.delta').length).toBeGreaterThanOrEqual(96_000)
    expect(events.find(({ type }) => type === 'response.done')?.response?.status).toBe('incomplete')
  })

  it.each<[mood: string, code: number, reason: RegExp]>([
    ['realtime-closed-for-voice', 1007, /not supported/],
    ['realtime-closed-for-quota', 1007, /FreeTierOnly/],
    ['realtime-throttled', 1011, /throttled/],
  ])('%s closes with %i', async (mood, code, reason) => {
    expect((await talk(mood)).end).toEqual({ code, reason: expect.stringMatching(reason) })
  })

  it('realtime-binary and realtime-newer-names send the sound in other ways', async () => {
    const { binary } = await talk('realtime-binary')
    expect(binary.length).toBeGreaterThanOrEqual(96_000)
    await service.close()
    const { sound } = await talk('realtime-newer-names')
    expect(sound('response.output_audio.delta').length).toBeGreaterThanOrEqual(96_000)
  })

  it('realtime-mp3 sends MP3', async () => {
    expect((await talk('realtime-mp3')).sound('response.audio.delta').subarray(0, 2).toString('hex')).toBe('fff3')
  })
})
