import { afterEach, describe, expect, it } from 'vitest'
import { type SpeechService, speakSine, startSpeechService } from '../../src/index.ts'
import { measureWav } from '../support/measure.ts'

let service: SpeechService
afterEach(() => service.close())

const start = async (mood?: string) => {
  service = await startSpeechService({ synthesize: speakSine, ...(mood && { mood }) })
}

const get = async (path: string) => (await fetch(`${service.voicevoxUrl}${path}`)).json()

const post = (path: string, body?: unknown) =>
  fetch(`${service.voicevoxUrl}${path}`, {
    method: 'POST',
    ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })

/** The two calls of every client: a query of the text, and a WAV of the query. */
async function say(text: string, style: number, change: object = {}) {
  const query = await (await post(`/audio_query?text=${encodeURIComponent(text)}&speaker=${style}`)).json()
  return post(`/synthesis?speaker=${style}`, { ...(query as object), ...change })
}

const measured = async (answer: Response) => measureWav(Buffer.from(await answer.arrayBuffer()))

/** Without the silence before and after. */
const BARE = { prePhonemeLength: 0, postPhonemeLength: 0 }

describe('the loopback VOICEVOX', () => {
  it('tells its version and its speakers with styles', async () => {
    await start()
    expect(await get('/version')).toBe('0.24.1')
    expect(await get('/speakers')).toContainEqual({
      name: 'ずんだもん',
      speaker_uuid: '388f246b-8c41-4ac1-8e2d-5d79f3ff56d9',
      styles: expect.arrayContaining([{ name: 'ささやき', id: 22, type: 'talk' }]),
      version: '0.24.1',
      supported_features: { permitted_synthesis_morphing: 'SELF_ONLY' },
    })
    expect((await fetch(`${service.voicevoxUrl}/singers`)).status).toBe(404)
  })

  it('tells the credit that a speaker asks for', async () => {
    await start()
    const info = await get('/speaker_info?speaker_uuid=388f246b-8c41-4ac1-8e2d-5d79f3ff56d9')
    expect(info).toMatchObject({ policy: expect.stringContaining('VOICEVOX:ずんだもん') })
  })

  it('makes a WAV of 24 kHz of a query, with a tenth of a second of silence on either side', async () => {
    await start()
    const answer = await say('こんにちは、世界。', 3)
    expect(answer.headers.get('content-type')).toBe('audio/wav')
    expect((await measured(answer)).seconds).toBeCloseTo(2.2, 3)
    expect(await measured(await say('こんにちは', 3, BARE))).toMatchObject({
      hertz: expect.closeTo(440, 0),
      seconds: 2,
      channels: 1,
      bits: 16,
    })
    expect(service.requests[0]).toMatchObject({
      text: 'こんにちは、世界。',
      voice: '3',
      model: 'voicevox',
      state: 'completed',
    })
  })

  it('obeys rate, channels and volume of a query', async () => {
    await start()
    const loud = await say('あ', 3, { ...BARE, outputSamplingRate: 48_000, outputStereo: true })
    expect(await measured(loud)).toMatchObject({
      hertz: expect.closeTo(440, 0),
      seconds: expect.closeTo(2, 3),
      channels: 2,
    })
    const quiet = Buffer.from(await (await say('あ', 3, { ...BARE, volumeScale: 0.5 })).arrayBuffer()).subarray(44)
    const peak = Math.max(...Array.from({ length: quiet.length / 2 }, (_, i) => quiet.readInt16LE(i * 2)))
    expect(peak).toBeCloseTo(6_000, -2)
  })

  it.each<[path: string, body: unknown, status: number, answer: object]>([
    ['/audio_query?speaker=3', undefined, 422, { detail: [{ type: 'missing', loc: ['query', 'text'] }] }],
    ['/audio_query?text=a', undefined, 422, { detail: [{ loc: ['query', 'speaker'] }] }],
    ['/audio_query?text=a&speaker=zunda', undefined, 422, { detail: [{ type: 'int_parsing' }] }],
    ['/audio_query?text=a&speaker=999', undefined, 422, { message: '指定されたスタイルが見つかりませんでした。' }],
    [
      '/synthesis?speaker=3',
      {},
      422,
      { detail: expect.arrayContaining([expect.objectContaining({ loc: ['body', 'accent_phrases'] })]) },
    ],
    ['/cancellable_synthesis?speaker=3', {}, 404, { detail: expect.stringContaining('実験的機能') }],
  ])('refuses %s', async (path, body, status, expected) => {
    await start()
    const answer = await post(path, body)
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject(expected)
  })
})

describe('the loopback AivisSpeech', () => {
  it('speaks what `kana` says at 44.1 kHz, also with a negative style', async () => {
    await start('aivisspeech')
    const answer = await say('こんにちは', -1_431_611_904, { ...BARE, kana: 'さようなら' })
    expect(await measured(answer)).toMatchObject({ hertz: expect.closeTo(440, 0), seconds: expect.closeTo(2, 3) })
    expect(service.requests[0]).toMatchObject({ text: 'さようなら', model: 'aivisspeech' })
  })
})

describe('the loopback COEIROINK', () => {
  it('of version 1 tells speakers without types and features', async () => {
    await start('coeiroink-v1')
    expect(await get('/speakers')).toEqual([
      {
        name: 'つくよみちゃん',
        speaker_uuid: '3c37646f-3881-5374-2a83-149267990abc',
        styles: [
          { name: 'れいせい', id: 0 },
          { name: 'おしとやか', id: 5 },
          { name: 'げんき', id: 6 },
        ],
        version: '1.7.3',
      },
    ])
  })

  it('of version 2 speaks in one call, and has none of VOICEVOX’s paths', async () => {
    await start('coeiroink')
    expect((await fetch(`${service.voicevoxUrl}/speakers`)).status).toBe(404)
    expect(await get('/v1/speakers')).toMatchObject([
      { speakerName: 'つくよみちゃん', styles: [{ styleName: 'れいせい', styleId: 0 }, {}, {}] },
    ])
    const speaker = {
      speakerUuid: '3c37646f-3881-5374-2a83-149267990abc',
      styleId: 0,
      text: 'こんにちは',
      speedScale: 1,
    }
    const answer = await post('/v1/predict', speaker)
    expect(answer.headers.get('content-type')).toBe('audio/wav')
    expect((await measured(answer)).hertz).toBeCloseTo(440, 0)
    const wrong = await post('/v1/synthesis', speaker)
    expect(wrong.status).toBe(422)
    const whole = { ...speaker, volumeScale: 1, pitchScale: 0, intonationScale: 1, outputSamplingRate: 24_000, ...BARE }
    expect(await measured(await post('/v1/synthesis', whole))).toMatchObject({ seconds: 2 })
  })
})

describe('a VOICEVOX that breaks', () => {
  it('closes the connection in the middle of the WAV', async () => {
    await start('voicevox-break')
    const answer = await say('あ', 3)
    await expect(answer.arrayBuffer()).rejects.toThrow()
  })
})
