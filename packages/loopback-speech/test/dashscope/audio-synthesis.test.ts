import { afterEach, describe, expect, it } from 'vitest'
import { type SpeechService, speakSine, startSpeechService } from '../../src/index.ts'
import { measurePcm, measureWav } from '../support/measure.ts'

let service: SpeechService
afterEach(() => service.close())

const start = async (mood?: string) => {
  service = await startSpeechService({ synthesize: speakSine, ...(mood && { mood }) })
}

const MODEL = 'qwen-audio-3.1-tts-flash'
const PATH = '/services/audio/tts/SpeechSynthesizer'
const OLD_PATH = '/services/aigc/multimodal-generation/generation'

interface Call {
  readonly model?: string
  readonly path?: string
  readonly stream?: boolean
}

function ask(input: object = {}, { model = MODEL, path = PATH, stream = true }: Call = {}): Promise<Response> {
  return fetch(`${service.baseUrl}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${service.key}`,
      'content-type': 'application/json',
      ...(stream && { 'x-dashscope-sse': 'enable' }),
    },
    body: JSON.stringify({
      model,
      input: { text: 'Good evening.', voice: 'Emily_v3.1', format: 'pcm', sample_rate: 24_000, ...input },
    }),
  })
}

interface Event {
  readonly output: {
    readonly finish_reason: string
    readonly type?: string
    readonly audio?: { readonly data: string; readonly url?: string }
  }
  readonly usage?: Readonly<Record<string, number>>
}

/** Reads server-sent events as the standard says: data lines are joined by line ends. */
async function eventsOf(answer: Response): Promise<Event[]> {
  const frames = (await answer.text()).split('\n\n').slice(0, -1)
  return frames.map((frame) =>
    JSON.parse(
      frame
        .split('\n')
        .flatMap((line) => (line.startsWith('data:') ? [line.slice(5)] : []))
        .join('\n'),
    ),
  )
}

const soundOf = (events: readonly Event[]) =>
  Buffer.concat(events.map(({ output }) => Buffer.from(output.audio?.data ?? '', 'base64')))

const say = async (input: object, call?: Call) => soundOf(await eventsOf(await ask(input, call)))

const refusal = async (answer: Response) => ({ status: answer.status, ...((await answer.json()) as object) })

describe('the loopback Qwen-Audio-TTS', () => {
  it('begins a sentence, sounds, ends it with its usage, and names the file last', async () => {
    await start()
    const events = await eventsOf(await ask())
    expect(events.map(({ output }) => output.type)).toEqual([
      'sentence-begin',
      ...Array.from({ length: events.length - 3 }, () => 'sentence-synthesis'),
      'sentence-end',
      undefined,
    ])
    expect(events[0]?.output.audio).toBeUndefined()
    expect(events.map(({ output }) => output.finish_reason)).toEqual([
      ...Array.from(events.slice(1), () => 'null'),
      'stop',
    ])
    expect(measurePcm(soundOf(events), 24_000)).toEqual({ hertz: expect.closeTo(440, 0), seconds: 2 })
    const { url } = events.at(-1)!.output.audio!
    expect(Buffer.from(await (await fetch(url!)).arrayBuffer()).equals(soundOf(events))).toBe(true)
  })

  it('bills 3.1 in tokens and 3.0 in characters', async () => {
    await start()
    expect((await eventsOf(await ask())).at(-1)?.usage).toEqual({
      input_tokens: 7,
      output_tokens: 50,
      total_tokens: 57,
    })
    const old = await eventsOf(await ask({ voice: 'longanfengyue' }, { model: 'qwen-audio-3.0-tts-flash' }))
    expect(old.at(-1)?.usage).toEqual({ characters: 13 })
  })

  it('sends MP3 unless a format is asked for', async () => {
    await start()
    const sound = await say({ format: undefined, sample_rate: undefined })
    expect(sound.subarray(0, 2).toString('hex')).toBe('fff3')
  })

  it('writes placeholders for the sizes of a WAV', async () => {
    await start()
    const file = await say({ format: 'wav', sample_rate: 48_000 })
    expect([file.toString('latin1', 0, 4), file.readUInt32LE(4), file.readUInt32LE(40)]).toEqual([
      'RIFF',
      2_147_483_591,
      2_147_483_583,
    ])
    expect(measureWav(file)).toMatchObject({ hertz: expect.closeTo(440, 0), seconds: expect.closeTo(2, 3) })
  })

  it('answers without streaming with the address of a file in the format', async () => {
    await start()
    const { output } = (await (await ask({ format: 'mp3' }, { stream: false })).json()) as Event
    expect(output).toMatchObject({ finish_reason: 'stop', audio: { data: '' } })
    const file = await fetch(output.audio!.url!)
    expect(file.headers.get('content-type')).toBe('audio/mpeg')
  })

  it('spreads data over several lines in a mood', async () => {
    await start('qwen-audio-several-data-lines')
    const text = await (await ask()).text()
    expect(text.split('\n\n')[0]?.match(/^data:/gm)?.length).toBeGreaterThan(1)
    await service.close()
    await start('qwen-audio-several-data-lines')
    expect(await say({})).toHaveLength(96_000)
  })

  it.each<[what: string, input: object, model: string, status: number, code: string, message: RegExp]>([
    ['a model of the other path', { voice: 'Cherry' }, 'qwen3-tts-flash', 400, 'InvalidParameter', /^url error/],
    ['an unknown model', {}, 'qwen-audio-3.1-tts-plus', 400, 'InvalidParameter', /^Model not exist/],
    ['a voice of another model', { voice: 'longanfengyue' }, MODEL, 400, 'InvalidParameter', /Engine error \[411\]/],
    ['a voice in the wrong case', { voice: 'emily_v3.1' }, MODEL, 400, 'InvalidParameter', /Engine error \[411\]/],
    [
      'too long a text',
      { text: '字'.repeat(10_001) },
      MODEL,
      400,
      'InvalidParameter',
      /limited: 20000, current: 20002/,
    ],
    ['punctuation alone', { text: '?!…' }, MODEL, 400, 'InvalidParameter', /418/],
    ['no text', { text: '' }, MODEL, 400, 'BadRequest.EmptyInput', /missing/],
    ['a rate that is out of range', { rate: 3 }, MODEL, 400, 'InvalidParameter', /rate/],
    ['a sample rate that it has not', { sample_rate: 11_025 }, MODEL, 400, 'InvalidParameter', /sample_rate/],
  ])('refuses %s', async (_, input, model, status, code, message) => {
    await start()
    expect(await refusal(await ask(input, { model }))).toMatchObject({
      status,
      code,
      message: expect.stringMatching(message),
    })
  })

  it('refuses its models on the other path, too', async () => {
    await start()
    expect(await refusal(await ask({}, { path: OLD_PATH }))).toMatchObject({
      status: 400,
      message: expect.stringMatching(/^url error/),
    })
  })

  it('speaks with the voices that the provider cloned for 3.0', async () => {
    await start()
    const voice = 'qwen-audio-3.0-tts-flash-longnixiwei'
    expect((await ask({ voice }, { model: 'qwen-audio-3.0-tts-flash' })).status).toBe(200)
    expect((await ask({ voice })).status).toBe(400)
  })

  it('refuses 3.1 to an account without the right, and fails once in passing, in their moods', async () => {
    await start('qwen-audio-forbidden')
    expect(await refusal(await ask())).toMatchObject({ status: 403, code: 'AccessDenied' })
    service.setMood('qwen-audio-passing-411')
    expect([(await ask()).status, (await ask()).status]).toEqual([400, 200])
  })
})

describe('a tag of Qwen-Audio-TTS', () => {
  it('is heard in the words that follow it, until the sentence ends', async () => {
    await start()
    const plain = measurePcm(await say({ text: 'Well.' }), 24_000)
    const sad = measurePcm(await say({ text: '[sad] Well.' }), 24_000)
    expect(sad.hertz / plain.hertz).toBeCloseTo(1.04, 2)
    const both = await say({ text: '[sad] Well. And so on.' })
    expect(measurePcm(both.subarray(-96_000), 24_000).hertz).toBeCloseTo(440, 0)
  })

  it('is heard as a sound of its own when it is one', async () => {
    await start()
    const sound = await say({ text: '[cough] Well.' })
    expect(measurePcm(sound.subarray(0, 12_000), 24_000).hertz).toBeCloseTo(3_500, -1)
    expect(measurePcm(sound.subarray(12_000), 24_000).hertz).toBeCloseTo(440, 0)
  })

  it('counts in every case and with odd spaces, and is part of the record', async () => {
    await start()
    await say({ text: '[ Very  FAST ] go [Laughing] on' })
    expect(service.requests[0]?.tags).toEqual(['very fast', 'laughing'])
  })

  it('is text when it is no tag', async () => {
    await start()
    const other = await say({ text: '[hello] Well.' })
    expect(measurePcm(other, 24_000).hertz).toBeCloseTo(440, 0)
    expect(service.requests[0]?.tags).toBeUndefined()
  })

  it('means nothing to Qwen3-TTS', async () => {
    await start()
    const old = await ask({ text: '[sad] Well.', voice: 'Cherry' }, { model: 'qwen3-tts-flash', path: OLD_PATH })
    expect(measurePcm(soundOf(await eventsOf(old)).subarray(44), 24_000).hertz).toBeCloseTo(440, 0)
  })
})
