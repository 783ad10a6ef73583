import { afterEach, describe, expect, it } from 'vitest'
import { SAMPLE_RATE } from '../../src/audio/pcm.ts'
import { speakTones, toneOf } from '../../src/audio/tones.ts'
import { encodeWav } from '../../src/audio/wav.ts'
import { type SpeechService, type SpeechServiceOptions, startSpeechService } from '../../src/service.ts'

let service: SpeechService
afterEach(() => service.close())

const start = async (options: Partial<SpeechServiceOptions> = {}) => {
  service = await startSpeechService({ synthesize: speakTones, ...options })
}

const ask = (body: unknown, key = service.key) =>
  fetch(`${service.openaiBaseUrl}/audio/speech`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())

describe('the loopback vLLM-Omni', () => {
  it('answers with a whole WAV unless told otherwise', async () => {
    await start()
    const response = await ask({ input: 'Hello', voice: 'Vivian' })
    expect(response.headers.get('content-type')).toBe('audio/wav')
    expect((await bytesOf(response)).equals(encodeWav(toneOf('Hello'), { sampleRate: SAMPLE_RATE }))).toBe(true)
    expect(service.requests).toMatchObject([{ state: 'completed', voice: 'Vivian', streaming: false }])
  })

  it('streams bare PCM, or a WAV with placeholder sizes', async () => {
    await start()
    const pcm = await ask({ input: 'Hello', response_format: 'pcm', stream: true, stream_format: 'audio' })
    expect(pcm.headers.get('content-type')).toBe('audio/pcm')
    expect((await bytesOf(pcm)).equals(toneOf('Hello'))).toBe(true)
    const wav = await bytesOf(await ask({ input: 'Hello', stream_format: 'audio' }))
    expect(wav.readUInt32LE(40)).toBe(0xffff_ffff)
    expect(wav.subarray(44).equals(toneOf('Hello'))).toBe(true)
  })

  it.each([
    ['latest', 'audio'],
    ['delta-events', 'delta'],
  ] as const)('streams events (%s)', async (version, field) => {
    await start({ openai: { version } })
    const response = await ask({ input: 'Hello', response_format: 'pcm', stream: true })
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    const frames = (await response.text()).split('\n\n').slice(0, -1)
    const data = frames.map((frame) => JSON.parse(frame.split('data: ')[1]!))
    const sound = Buffer.concat(data.slice(0, -1).map((event) => Buffer.from(event[field], 'base64')))
    expect(sound.equals(toneOf('Hello'))).toBe(true)
    expect(frames.at(-1)).toMatch(/^event: speech\.audio\.done\n/)
  })

  it.each<[string, unknown, number, string]>([
    ['no JSON', '{', 400, 'not JSON'],
    ['no words', { input: ' ' }, 400, 'empty'],
    ['an unknown voice', { input: 'x', voice: 'nobody' }, 400, "Invalid voice 'nobody'"],
    ['an unknown model', { input: 'x', model: 'nothing' }, 404, 'does not exist'],
    ['an unknown language', { input: 'x', language: 'Klingon' }, 400, 'language'],
    ['a format that it has not', { input: 'x', response_format: 'flac' }, 400, 'flac'],
    ['streaming at another speed', { input: 'x', stream: true, speed: 2 }, 400, 'speed=1.0'],
  ])('refuses %s', async (_, body, status, message) => {
    await start()
    const response = await ask(body)
    expect(response.status).toBe(status)
    const { error } = (await response.json()) as { error: { message: string; code: number } }
    expect(error.code).toBe(status)
    expect(error.message).toContain(message)
  })

  it('requires its key for speech and for the list of voices', async () => {
    await start()
    expect((await ask({ input: 'x' }, 'sk-wrong')).status).toBe(401)
    const voices = await fetch(`${service.openaiBaseUrl}/audio/voices`, {
      headers: { authorization: `Bearer ${service.key}` },
    })
    const answer = (await voices.json()) as { voices: string[] }
    expect(answer.voices).toContain('uncle_fu')
    expect((await fetch(`${service.openaiBaseUrl}/audio/voices`)).status).toBe(401)
  })

  it('shares its rate limit with the other services on its port', async () => {
    await start({ requestsPerMinute: 1 })
    expect((await ask({ input: 'x' })).status).toBe(200)
    expect((await ask({ input: 'x' })).status).toBe(429)
  })
})
