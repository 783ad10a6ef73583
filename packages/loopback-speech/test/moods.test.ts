import { afterEach, describe, expect, it } from 'vitest'
import type { Clock } from '../src/clock.ts'
import { MOODS, type SpeechService, speakSine, startSpeechService } from '../src/index.ts'
import { measurePcm, measureWav, measureWithFfmpeg } from './support/measure.ts'

let service: SpeechService | undefined
afterEach(async () => {
  await service?.close()
  service = undefined
})

/** A clock on which nobody waits; it keeps how long they would have waited. */
function hastyClock() {
  const waits: number[] = []
  const clock: Clock = {
    now: () => performance.now(),
    wall: () => Date.now(),
    sleep: async (ms) => {
      waits.push(ms)
    },
  }
  return { clock, waits }
}

async function start(mood: string, clock = hastyClock().clock) {
  service = await startSpeechService({ synthesize: speakSine, mood, clock })
  return service
}

/** What clients that play while they receive ask for. */
const STREAMED_PCM = { input: 'Hi', response_format: 'pcm', stream: true }

async function ask(mood: string, body: object = {}, path = '/audio/speech', clock?: Clock) {
  const { openaiBaseUrl, key } = await start(mood, clock)
  const { model, voice } = MOODS.find(({ name }) => name === mood) ?? {}
  return fetch(`${openaiBaseUrl}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ input: 'Hi', model, voice, ...body }),
  })
}

const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())

const tone = (hertz = 440, seconds = 2) => ({ hertz: expect.closeTo(hertz, 0), seconds: expect.closeTo(seconds, 2) })

describe('the list of moods', () => {
  it('names each mood once, with a sentence and a source', () => {
    expect(new Set(MOODS.map(({ name }) => name)).size).toBe(MOODS.length)
    for (const { name, summary, source } of MOODS) {
      expect(name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
      expect(summary).toMatch(/^[^\n]+\.$/)
      expect(source).not.toBe('')
    }
  })

  it('refuses a name that is not in it', async () => {
    await expect(startSpeechService({ synthesize: speakSine, mood: 'grumpy' })).rejects.toThrow(/no mood "grumpy"/)
  })

  it('changes the server from one request to the next', async () => {
    const { openaiBaseUrl, setMood } = await start('localai')
    const post = () => fetch(`${openaiBaseUrl}/audio/speech`, { method: 'POST', body: JSON.stringify(STREAMED_PCM) })
    expect((await post()).status).toBe(400)
    setMood('stdapi-polly')
    expect(measurePcm(await bytesOf(await post()), 16_000)).toMatchObject(tone())
    setMood(undefined)
    expect((await post()).status).toBe(401)
  })
})

describe('PCM of a mood', () => {
  it.each<[mood: string, rate: number, type: string]>([
    ['kokoro-fastapi', 24_000, 'audio/pcm'],
    ['speaches-piper', 22_050, 'audio/pcm'],
    ['openedai-speech', 22_050, 'audio/pcm;rate=22050'],
    ['stdapi-polly', 16_000, 'audio/pcm'],
    ['voxcpm-44100', 44_100, 'audio/pcm'],
    ['rate-in-header', 16_000, 'audio/pcm'],
    ['litellm', 24_000, 'audio/mpeg'],
    ['openai', 24_000, 'audio/pcm'],
    ['pcm-octet-stream', 24_000, 'application/octet-stream'],
    ['l16-little-endian', 24_000, 'audio/L16;rate=24000;channels=1'],
  ])('%s is a tone of 440 Hz at %i Hz, as %s', async (mood, rate, type) => {
    const answer = await ask(mood, STREAMED_PCM)
    expect(answer.headers.get('content-type')).toBe(type)
    expect(measurePcm(await bytesOf(answer), rate)).toMatchObject(tone())
  })

  it('rate-in-header tells its rate', async () => {
    expect((await ask('rate-in-header', STREAMED_PCM)).headers.get('x-sample-rate')).toBe('16000')
  })

  it('speaches-piper is resampled on request, but never in events', async () => {
    const pcm = await bytesOf(await ask('speaches-piper', { ...STREAMED_PCM, sample_rate: 24_000 }))
    expect(measurePcm(pcm, 24_000)).toMatchObject(tone())
    await service?.close()
    const events = await (
      await ask('speaches-piper', { ...STREAMED_PCM, stream_format: 'sse', sample_rate: 24_000 })
    ).text()
    expect(measurePcm(soundOfEvents(events), 22_050)).toMatchObject(tone())
  })

  it('l16-big-endian is in network byte order', async () => {
    expect(measurePcm((await bytesOf(await ask('l16-big-endian', STREAMED_PCM))).swap16(), 24_000)).toMatchObject(
      tone(),
    )
  })

  it('pcm-float32 has floats between -1 and 1', async () => {
    const pcm = await bytesOf(await ask('pcm-float32', STREAMED_PCM))
    const floats = Array.from({ length: pcm.length / 4 }, (_, i) => pcm.readFloatLE(i * 4))
    expect(Math.max(...floats)).toBeCloseTo(12_000 / 32_768, 3)
  })

  it('white-noise is loud, and the same each time', async () => {
    const noise = await bytesOf(await ask('white-noise', STREAMED_PCM))
    expect(noise).toHaveLength(96_000)
    await service?.close()
    expect((await bytesOf(await ask('white-noise', STREAMED_PCM))).equals(noise)).toBe(true)
  })
})

describe('a WAV of a mood', () => {
  it.each<[mood: string, channels: number, bits: number]>([
    ['kokoro-fastapi', 1, 16],
    ['speaches-piper', 1, 16],
    ['openedai-speech', 1, 16],
    ['localai', 1, 16],
    ['localai-empty-stream', 1, 16],
    ['chatterbox-tts-api', 1, 16],
    ['chatterbox-tts-server', 1, 16],
    ['orpheus-fastapi', 1, 16],
    ['alltalk', 1, 16],
    ['openai-edge-tts', 1, 16],
    ['slow-whole-file', 1, 16],
    ['kokoros-float-wav', 1, 32],
    ['wav-8bit', 1, 8],
    ['wav-24bit', 1, 24],
    ['wav-32bit', 1, 32],
    ['wav-float32', 1, 32],
    ['wav-stereo', 2, 16],
    ['wav-8000', 1, 16],
    ['wav-48000', 1, 16],
    ['wav-as-pcm', 1, 16],
    ['wav-with-tags', 1, 16],
    ['wav-zero-sizes', 1, 16],
  ])('%s is a tone of 440 Hz on %i channels of %i bits', async (mood, channels, bits) => {
    const file = await bytesOf(await ask(mood, { response_format: 'wav' }))
    expect(measureWav(file)).toMatchObject({ ...tone(), channels, bits })
  })

  it('kokoro-fastapi streams sizes of 0xffffffff and a LIST chunk before the sound, as ffmpeg does', async () => {
    const file = await bytesOf(await ask('kokoro-fastapi', { response_format: 'wav' }))
    expect(file.toString('latin1', 36, 40)).toBe('LIST')
    expect(file.readUInt32LE(4)).toBe(0xffff_ffff)
  })

  it('kokoro-fastapi-wav-per-chunk has a header for every piece', async () => {
    const file = await bytesOf(await ask('kokoro-fastapi-wav-per-chunk', STREAMED_PCM))
    expect(file.toString('latin1').split('WAVEfmt ')).toHaveLength(101)
  })

  it('json-base64-wav is within JSON', async () => {
    const { audio } = (await (await ask('json-base64-wav')).json()) as { audio: string }
    expect(measureWav(Buffer.from(audio, 'base64'))).toMatchObject(tone())
  })
})

describe.skipIf(measureWithFfmpeg(Buffer.alloc(0)) === undefined)('compressed sound of a mood', () => {
  it.each([
    'mp3-as-pcm',
    'mp3-with-id3-as-pcm',
    'aac-as-pcm',
    'm4a-as-pcm',
    'opus-as-pcm',
    'flac-as-pcm',
    'webm-as-pcm',
    'mp3-octet-stream',
    'mp3-without-type',
    'openai-edge-tts-without-ffmpeg',
  ])('%s is the tone to ffmpeg', async (mood) => {
    const measured = measureWithFfmpeg(await bytesOf(await ask(mood, STREAMED_PCM)))
    expect(measured?.hertz).toBeCloseTo(440, 0)
    // Encoders pad the end by up to two frames of MP3.
    expect(measured?.seconds).toBeGreaterThanOrEqual(2)
    expect(measured?.seconds).toBeLessThan(2.1)
  })

  it.each(['mp3', 'opus', 'aac', 'flac'])('kokoro-fastapi sends %s on request', async (format) => {
    const measured = measureWithFfmpeg(await bytesOf(await ask('kokoro-fastapi', { response_format: format })))
    expect(measured?.hertz).toBeCloseTo(440, 0)
  })

  it('mp3-in-events carries MP3 in Base64', async () => {
    const events = await (await ask('mp3-in-events')).text()
    expect(measureWithFfmpeg(soundOfEvents(events))?.hertz).toBeCloseTo(440, 0)
  })
})

describe('a refusal of a mood', () => {
  it.each<[mood: string, body: object, status: number, error: unknown]>([
    [
      'kokoro-fastapi',
      { model: 'tts-2' },
      400,
      { detail: { error: 'invalid_model', message: 'Unsupported model: tts-2' } },
    ],
    ['kokoro-fastapi', { voice: 'nobody' }, 400, { detail: { error: 'validation_error' } }],
    ['kokoro-fastapi', { response_format: 'ogg' }, 422, { detail: [{ loc: ['body', 'response_format'] }] }],
    ['speaches-piper', { model: undefined }, 422, { detail: [{ type: 'missing', loc: ['body', 'model'] }] }],
    [
      'speaches-piper',
      { model: 'kokoro' },
      404,
      { detail: expect.stringContaining("'kokoro' is not installed locally") },
    ],
    ['openedai-speech', { voice: 'nobody' }, 400, { type: 'BadRequestError', param: 'voice' }],
    ['localai', STREAMED_PCM, 500, { error: { code: 500, message: expect.stringContaining('Unimplemented') } }],
    ['localai', { model: undefined }, 400, { error: { code: 400, message: 'Bad Request' } }],
    [
      'chatterbox-tts-api',
      { input: 'x'.repeat(3_001) },
      422,
      { detail: [{ type: 'string_too_long', ctx: { max_length: 3_000 } }] },
    ],
    ['chatterbox-tts-server', STREAMED_PCM, 422, { detail: [{ msg: "Input should be 'wav', 'opus' or 'mp3'" }] }],
    ['chatterbox-tts-server', { model: undefined }, 422, { detail: [{ msg: 'Field required' }] }],
    ['chatterbox-tts-server', { voice: 'nobody' }, 404, { detail: "Voice file 'nobody' not found." }],
    ['alltalk', STREAMED_PCM, 500, { error: 'An error occurred' }],
    ['alltalk', { voice: 'nobody' }, 400, { error: expect.stringContaining('Voice must be one of') }],
    ['openai-edge-tts', STREAMED_PCM, 500, { details: expect.stringContaining('FFmpeg error') }],
    ['openai-edge-tts', { voice: 'nobody' }, 500, { details: "Invalid voice 'nobody'." }],
    [
      'litellm',
      { model: 'gpt-5' },
      400,
      { error: { message: expect.stringContaining('Invalid model name'), code: '400' } },
    ],
    ['openai', { input: 'x'.repeat(4_097) }, 400, { error: { message: expect.stringContaining('4096') } }],
    ['openai', { model: 'tts-9' }, 404, { error: { code: 'model_not_found' } }],
    ['openai-without-quota', {}, 429, { error: { code: 'insufficient_quota' } }],
    ['openrouter-without-credits', {}, 402, { error: { code: 402 } }],
    [
      'unknown-fields-refused',
      { stream_format: 'audio' },
      422,
      { detail: [{ type: 'extra_forbidden', loc: ['body', 'stream_format'] }] },
    ],
    ['style-refused', { instructions: 'Whisper' }, 400, { error: { code: 'unsupported_parameter' } }],
    ['style-refused-in-list', { instructions: 'Whisper' }, 422, { detail: [{ loc: ['body', 'instructions'] }] }],
    ['stream-refused', STREAMED_PCM, 400, { error: { message: expect.stringContaining('Streaming') } }],
    ['model-required', { model: undefined }, 422, { detail: [{ loc: ['body', 'model'] }] }],
    ['short-texts', { input: 'x'.repeat(201) }, 413, { detail: expect.any(String) }],
    ['azure', {}, 404, { error: { code: '404' } }],
    ['json-error-200', {}, 200, { error: { message: expect.stringContaining('Invalid speaker') } }],
    ['voices-in-data', { voice: 'nobody' }, 400, { error: { message: expect.stringContaining('nobody') } }],
  ])('%s refuses %j with %i', async (mood, body, status, error) => {
    const answer = await ask(mood, body)
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject(error as object)
  })

  it.each<[mood: string, status: number, type: string, retryAfter: string | null]>([
    ['rate-limited', 429, 'application/json', '2'],
    ['rate-limited-in-html', 429, 'text/html', '60'],
    ['forbidden-in-plain-text', 403, 'text/plain; charset=utf-8', null],
    ['html-200', 200, 'text/html', null],
    ['elsewhere', 404, 'text/html', null],
    ['empty-200', 200, 'audio/pcm', null],
  ])('%s answers %i with %s', async (mood, status, type, retryAfter) => {
    const answer = await ask(mood, STREAMED_PCM)
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('retry-after')]).toEqual([
      status,
      type,
      retryAfter,
    ])
  })

  it.each(['openai', 'litellm', 'openai-edge-tts'])('%s wants its key', async (mood) => {
    const { openaiBaseUrl } = await start(mood)
    expect((await fetch(`${openaiBaseUrl}/audio/speech`, { method: 'POST', body: '{"input":"Hi"}' })).status).toBe(401)
  })

  it('basic-auth wants a user and a password', async () => {
    const { openaiBaseUrl } = await start('basic-auth')
    const post = (authorization: string) =>
      fetch(`${openaiBaseUrl}/audio/speech`, { method: 'POST', headers: { authorization }, body: '{"input":"Hi"}' })
    const refused = await post('Bearer sk-sandbox')
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Basic realm="Restricted"'])
    expect((await post(`Basic ${btoa('user:password')}`)).status).toBe(200)
  })
})

describe('an end of a mood', () => {
  it.each([
    ['break-after-all', 96_000],
    ['break-in-the-middle', 24_000],
    ['content-length-too-large', 96_044],
  ])('%s breaks after %i bytes', async (mood, length) => {
    const answer = await ask(mood, STREAMED_PCM)
    let received = 0
    const read = async () => {
      for await (const bytes of answer.body!) received += bytes.length
    }
    await expect(read()).rejects.toThrow()
    expect(received).toBe(length)
    expect(service!.requests.at(-1)!.state).toBe('failed')
  })

  it('end-in-the-middle ends in good order after half a second', async () => {
    expect(measurePcm(await bytesOf(await ask('end-in-the-middle', STREAMED_PCM)), 24_000)).toMatchObject(
      tone(440, 0.5),
    )
  })

  it('error-in-words sends one event with a sentence', async () => {
    expect(await (await ask('error-in-words')).text()).toBe(
      'data: {"type":"error","error":"No audio was received. Please verify that your parameters are correct."}\n\n',
    )
  })

  it('endless goes on for as long as somebody reads', async () => {
    const { body } = await ask('endless', STREAMED_PCM)
    let received = 0
    for await (const bytes of body!) {
      received += bytes.length
      if (received > 1_000_000) break
    }
    expect(received).toBeGreaterThan(1_000_000)
    await expect.poll(() => service!.requests.at(-1)?.state).toBe('cancelled')
  })

  it.each<[mood: string, field: string]>([
    ['vllm-omni', '"audio":"'],
    ['vllm-omni-delta-events', '"delta":"'],
  ])('%s has its sound in %s', async (mood, field) => {
    expect(await (await ask(mood, STREAMED_PCM)).text()).toContain(field)
  })

  it('vllm-omni-bytes streams bare bytes', async () => {
    expect(measurePcm(await bytesOf(await ask('vllm-omni-bytes', STREAMED_PCM)), 24_000)).toMatchObject(tone())
  })

  it('break-once breaks the first request only', async () => {
    const first = await ask('break-once', STREAMED_PCM)
    await expect(first.arrayBuffer()).rejects.toThrow()
    const second = await fetch(first.url, { method: 'POST', body: JSON.stringify(STREAMED_PCM) })
    expect(measurePcm(await bytesOf(second), 24_000)).toMatchObject(tone())
  })

  it.each<[mood: string, seconds: number, last: string]>([
    ['events-without-end', 2, 'speech.audio.delta'],
    ['error-after-sound', 2, 'speech.audio.error'],
    ['error-in-the-middle', 0.5, 'speech.audio.error'],
  ])('%s sends %d s of sound, and %s last', async (mood, seconds, last) => {
    const events = await (await ask(mood, STREAMED_PCM)).text()
    expect(measurePcm(soundOfEvents(events), 24_000)).toMatchObject(tone(440, seconds))
    expect(events.trimEnd().split('\n\n').at(-1)).toContain(`"type":"${last}"`)
  })

  it.each<[mood: string, ms: number]>([
    ['slow-whole-file', 9_000],
    ['very-slow-whole-file', 40_000],
    ['orpheus-fastapi', 2_000],
    ['header-first', 14_000],
    ['late-first-byte', 8_000],
  ])('%s takes %i ms', async (mood, ms) => {
    const { clock, waits } = hastyClock()
    await (await ask(mood, {}, '/audio/speech', clock)).arrayBuffer()
    expect(waits).toContain(ms)
  })

  it('never-ends keeps the connection open after the sound', async () => {
    const { body } = await ask('never-ends', STREAMED_PCM)
    const reader = body!.getReader()
    let received = 0
    while (received < 96_000) received += (await reader.read()).value!.length
    const more = await Promise.race([reader.read(), new Promise((resolve) => setTimeout(resolve, 100, 'open'))])
    expect(more).toBe('open')
    await reader.cancel()
  })
})

describe('an address of a mood', () => {
  it.each([
    ['proxy-307', 307, '/v1/audio/speech/'],
    ['proxy-308', 308, '/tts/v1/audio/speech'],
  ])('%s redirects with %i to %s, which speaks', async (mood, status, target) => {
    const { openaiBaseUrl } = await start(mood)
    const post = (url: string) => fetch(url, { method: 'POST', body: '{"input":"Hi"}', redirect: 'manual' })
    const answer = await post(`${openaiBaseUrl}/audio/speech`)
    expect([answer.status, answer.headers.get('location')]).toEqual([status, new URL(target, openaiBaseUrl).href])
    expect(measurePcm(await bytesOf(await post(answer.headers.get('location')!)), 24_000)).toMatchObject(tone())
  })

  it('azure speaks under its deployment with an api-version', async () => {
    const { openaiBaseUrl, key } = await start('azure')
    const url = new URL('/openai/deployments/tts/audio/speech?api-version=2025-03-01', openaiBaseUrl)
    const headers = { 'api-key': key }
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(STREAMED_PCM) })
    expect(answer.status).toBe(200)
  })

  it.each<[mood: string, path: string, expected: unknown]>([
    ['kokoro-fastapi', '/audio/voices', { voices: expect.arrayContaining([{ id: 'af_heart', name: 'af_heart' }]) }],
    ['kokoro-fastapi', '/audio/voices?legacy=true', { voices: expect.arrayContaining(['af_heart']) }],
    ['speaches-piper', '/audio/voices', { voices: [{ name: 'lessac', language: 'en' }], object: 'list' }],
    ['chatterbox-tts-api', '/voices', { voices: [{ name: 'alice' }, { name: 'marc' }], count: 2 }],
    ['orpheus-fastapi', '/audio/voices', { status: 'ok', voices: expect.arrayContaining(['tara']) }],
    [
      'openai-edge-tts',
      '/audio/voices',
      { voices: expect.arrayContaining([{ id: 'alloy', name: 'en-US-JennyNeural' }]) },
    ],
    [
      'openai-edge-tts',
      '/voices',
      { voices: expect.arrayContaining([{ name: 'de-DE-KatjaNeural', gender: 'Female', language: 'de-DE' }]) },
    ],
    ['voices-id-and-name', '/audio/voices', { voices: [{ id: 'v1-21m00', name: 'Rachel' }, {}] }],
    ['voices-voice-id', '/voices', { voices: [{ voice_id: 'v1-21m00' }] }],
    ['voices-in-data', '/audio/voices', { data: [{ id: 'emma' }, { id: 'nova' }] }],
    ['voices-of-a-model', '/audio/voices?model=x', { data: [{ id: 'emma' }, { id: 'nova' }] }],
    ['voices-bare-list', '/audio/voices', ['emma', 'nova']],
    ['voices-by-name', '/audio/voices', { voices: { emma: {}, nova: {} } }],
    ['voices-elsewhere', '/voices', { voices: ['emma', 'nova'] }],
    ['voices-empty', '/audio/voices', { voices: [] }],
  ])('%s lists its voices at %s', async (mood, path, expected) => {
    const { openaiBaseUrl, key } = await start(mood)
    const answer = await fetch(`${openaiBaseUrl}${path}`, { headers: { authorization: `Bearer ${key}` } })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject(expected as object)
  })

  it.each([
    'openai',
    'litellm',
    'localai',
    'alltalk',
    'openedai-speech',
    'voices-elsewhere',
    'voices-without-v1',
    'voices-come-late',
  ])('%s has no list at /v1/audio/voices', async (mood) => {
    const { openaiBaseUrl } = await start(mood)
    expect((await fetch(`${openaiBaseUrl}/audio/voices`)).status).toBe(404)
  })

  it('voices-come-and-go changes its list after two requests for speech', async () => {
    const { openaiBaseUrl } = await start('voices-come-and-go')
    const list = async () =>
      ((await (await fetch(`${openaiBaseUrl}/audio/voices`)).json()) as { voices: string[] }).voices
    const speak = async (voice: string) =>
      (await fetch(`${openaiBaseUrl}/audio/speech`, { method: 'POST', body: JSON.stringify({ input: 'Hi', voice }) }))
        .status
    expect(await list()).toEqual(['emma', 'nova'])
    expect([await speak('emma'), await speak('emma')]).toEqual([200, 200])
    expect(await list()).toEqual(['zoe', 'nova'])
    expect([await speak('emma'), await speak('zoe')]).toEqual([400, 200])
  })

  it('voices-hang does not answer within an hour', async () => {
    const { clock, waits } = hastyClock()
    const { openaiBaseUrl } = await start('voices-hang', clock)
    await fetch(`${openaiBaseUrl}/audio/voices`)
    expect(waits).toEqual([3_600_000])
  })
})

function soundOfEvents(text: string): Buffer {
  const data = text
    .split('\n')
    .filter((line) => line.startsWith('data: '))
    .map((line) => JSON.parse(line.slice(6)) as { audio?: string })
  return Buffer.concat(data.map(({ audio = '' }) => Buffer.from(audio, 'base64')))
}
