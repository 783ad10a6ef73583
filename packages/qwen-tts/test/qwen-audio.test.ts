import { toneOf } from '@lector/loopback-speech'
import { describe, expect, it } from 'vitest'
import { createQwenTts, type QwenAudioRequest, type Sentence } from '../src/index.ts'
import { cleanupAfterEach } from './support/cleanup.ts'
import { collect } from './support/collect.ts'
import { type Intercept, startProvider } from './support/provider.ts'

const HELLO: QwenAudioRequest = { model: 'qwen-audio-3.1-tts-flash', voice: 'Emily_v3.1', text: 'Good evening.' }
const ENGINE_ERROR = {
  status: 400,
  code: 'InvalidParameter',
  message: 'Engine error [411]: TTS speak operation failed',
}
const cleanup = cleanupAfterEach()

async function open(intercept?: Intercept) {
  const provider = await startProvider(intercept)
  const client = createQwenTts({ apiKey: provider.key, baseUrl: provider.baseUrl })
  cleanup(provider, client)
  return { provider, client, last: () => provider.requests.at(-1)! }
}

describe('Qwen-Audio-TTS', () => {
  it('streams PCM past sentences without audio and events of several lines', async () => {
    const { client, last } = await open()
    const sentences: Sentence[] = []
    const stream = client.stream(HELLO, { onSentence: (sentence) => sentences.push(sentence) })
    const { audio, result, thrown } = await collect(stream)
    expect(thrown).toBeUndefined()
    expect(audio.equals(toneOf(HELLO.text))).toBe(true)
    expect(stream.format).toEqual({ sampleRate: 24_000, channels: 1 })
    expect(result).toMatchObject({ usage: { inputTokens: 9, outputTokens: 41 }, requestId: 'r-1' })
    expect(result?.expiresAt).toBe(1_790_000_000_000)
    expect(sentences[0]).toEqual({ type: 'sentence-begin', index: 0, text: 'Good evening.', words: [] })
    expect(sentences.at(-1)?.type).toBe('sentence-end')
    expect(last()).toMatchObject({
      path: '/api/v1/services/audio/tts/SpeechSynthesizer',
      headers: { 'x-dashscope-sse': 'enable', accept: 'text/event-stream' },
      body: { model: HELLO.model, input: { text: HELLO.text, voice: HELLO.voice, format: 'pcm', sample_rate: 24_000 } },
    })
  })

  it('makes a file, whose download carries no key', async () => {
    const { client, last } = await open()
    const file = await client.synthesize({ ...HELLO, format: 'wav' })
    expect(last().headers).not.toHaveProperty('x-dashscope-sse')
    expect(file).toMatchObject({ model: HELLO.model, requestId: 'r-1', usage: { outputTokens: 41 } })
    const wav = Buffer.concat(await Array.fromAsync(client.download(file)))
    expect(wav.toString('latin1', 0, 4)).toBe('RIFF')
    expect(wav.subarray(44).equals(toneOf(HELLO.text))).toBe(true)
  })

  it('streams a file as PCM if asked to', async () => {
    const { client, last } = await open()
    const { audio } = await collect(client.stream({ ...HELLO, format: 'wav' }, { file: true }))
    expect(audio.equals(toneOf(HELLO.text))).toBe(true)
    expect(last().headers).not.toHaveProperty('x-dashscope-sse')
  })

  it('drops the header of a streamed WAV, and passes MP3 on as it is', async () => {
    const { client } = await open()
    const wav = await collect(client.stream({ ...HELLO, format: 'wav' }))
    expect(wav.audio.equals(toneOf(HELLO.text))).toBe(true)
    const raw = await collect(client.stream({ ...HELLO, format: 'wav' }, { raw: true }))
    expect(raw.audio.subarray(44).equals(toneOf(HELLO.text))).toBe(true)
    const mp3 = await collect(client.stream({ ...HELLO, format: 'mp3' }))
    expect(mp3.audio.toString('latin1', 0, 3)).toBe('ID3')
  })

  it('reads usage in characters as well as in tokens', async () => {
    const { client } = await open()
    const { result } = await collect(
      client.stream({ model: 'qwen-audio-3.0-tts-flash', voice: 'loongmary', text: '你好 you' }),
    )
    expect(result?.usage).toEqual({ characters: 8 })
  })

  it('sends every documented field under its own name', async () => {
    const { client, last } = await open()
    await collect(
      client.stream({
        ...HELLO,
        format: 'opus',
        sampleRate: 48_000,
        volume: 60,
        rate: 1.5,
        pitch: 0.9,
        bitRate: 64,
        instruction: 'Speak calmly.',
        languageHints: ['en'],
        seed: 7,
        enableSsml: false,
        wordTimestampEnabled: true,
        hotFix: { replace: [{ a: 'b' }] },
        enableAigcTag: true,
        aigcPropagator: 'me',
        aigcPropagateId: '1',
        enableMarkdownFilter: true,
        extraInput: { brand_new: 1 },
      }),
    )
    expect(last().body).toEqual({
      model: HELLO.model,
      input: {
        text: HELLO.text,
        voice: HELLO.voice,
        format: 'opus',
        sample_rate: 48_000,
        volume: 60,
        rate: 1.5,
        pitch: 0.9,
        bit_rate: 64,
        instruction: 'Speak calmly.',
        language_hints: ['en'],
        seed: 7,
        enable_ssml: false,
        word_timestamp_enabled: true,
        hot_fix: { replace: [{ a: 'b' }] },
        enable_aigc_tag: true,
        aigc_propagator: 'me',
        aigc_propagate_id: '1',
        enable_markdown_filter: true,
        brand_new: 1,
      },
    })
  })

  it('tells the words and their times', async () => {
    const { client } = await open()
    const sentences: Sentence[] = []
    const onSentence = (sentence: Sentence) => sentences.push(sentence)
    await collect(client.stream({ ...HELLO, wordTimestampEnabled: true }, { onSentence }))
    expect(sentences[0]?.words).toEqual([
      { text: 'Good', beginIndex: 0, endIndex: 4, beginTime: 0, endTime: 180 },
      { text: 'evening', beginIndex: 5, endIndex: 12, beginTime: 200, endTime: 380 },
    ])
  })
})

describe('engine error 411', () => {
  it('is retried once, then reported as voice-unknown', async () => {
    const { client, provider } = await open()
    const { error } = await collect(client.stream({ ...HELLO, voice: 'Cherry' }))
    expect(error).toMatchObject({ kind: 'voice-unknown', status: 400, code: 'InvalidParameter', retryable: false })
    expect(provider.requests).toHaveLength(2)
    await expect(client.synthesize({ ...HELLO, voice: 'Cherry' })).rejects.toMatchObject({ kind: 'voice-unknown' })
    expect(provider.requests).toHaveLength(4)
  })

  it('is retried without a trace if it passes', async () => {
    for (const speak of ['stream', 'file'] as const) {
      let refusals = 1
      const { client, provider } = await open(() => (refusals-- > 0 ? ENGINE_ERROR : undefined))
      if (speak === 'file') expect((await client.synthesize(HELLO)).url).toContain('/results/')
      else expect((await collect(client.stream(HELLO))).audio.equals(toneOf(HELLO.text))).toBe(true)
      expect(provider.requests).toHaveLength(2)
    }
  })

  it('is not retried after audio', async () => {
    const { client, provider } = await open((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write('data:{"output":{"audio":{"data":"AQIDBAUGBwg="},"finish_reason":"null"}}\n\n')
      response.end(`event:error\ndata:{"code":"InvalidParameter","message":"${ENGINE_ERROR.message}"}\n\n`)
      return 'answered'
    })
    const { audio, error } = await collect(client.stream(HELLO))
    expect(audio).toEqual(Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]))
    expect(error?.kind).toBe('voice-unknown')
    expect(provider.requests).toHaveLength(1)
  })
})

describe('a refusal of Qwen-Audio-TTS', () => {
  it.each<[string, Partial<QwenAudioRequest>, object]>([
    ['a model that the key may not use', { model: 'qwen-audio-3.1-tts-next' }, { kind: 'access', status: 403 }],
    ['a text over the limit', { text: '好'.repeat(10_001) }, { kind: 'text-too-long', limit: 20_000 }],
  ])('names %s', async (_, fields, expected) => {
    const { client } = await open()
    const { error } = await collect(client.stream({ ...HELLO, ...fields }))
    expect(error).toMatchObject(expected)
    expect(error?.message).not.toContain('好')
  })

  it('names a wrong key', async () => {
    const { provider } = await open()
    const client = createQwenTts({ apiKey: 'sk-wrong', baseUrl: provider.baseUrl })
    cleanup(client)
    const { error } = await collect(client.stream(HELLO))
    expect(error).toMatchObject({ kind: 'auth', code: 'InvalidApiKey', requestId: 'r-refused' })
  })
})

describe('the path', () => {
  it.each([
    ['qwen3-tts-flash', 'generation'],
    ['qwen4-tts-nobody-knows', 'generation'],
    ['qwen-tts-latest', 'generation'],
    ['qwen-audio-9.0-tts-ultra', 'SpeechSynthesizer'],
    ['cosyvoice-v9', 'SpeechSynthesizer'],
  ])('of "%s" ends in %s, whether the model is known or not', async (model, end) => {
    const { client, last } = await open()
    await collect(client.stream({ model, voice: 'Cherry', text: 'Hi' }))
    expect(last().path.split('/').at(-1)).toBe(end)
  })

  it('of the other family is reported as model-gone', async () => {
    const { client } = await open()
    const { error } = await collect(client.stream({ model: 'qwen3-tts-flash', voice: 'Cherry', text: 'Hi' }))
    expect(error).toMatchObject({ kind: 'model-gone', providerMessage: 'url error, please check url！' })
  })

  it('is not asked with a field of the other family', async () => {
    const { client, provider } = await open()
    const foreign = { model: 'qwen3-tts-flash', voice: 'Cherry', text: 'Hi', instruction: 'Whisper.' }
    const { error } = await collect(client.stream(foreign))
    expect(error).toMatchObject({ kind: 'bad-request', status: undefined })
    expect(error?.message).toBe(
      'Cannot send field "instruction" to model "qwen3-tts-flash": its family has no such field',
    )
    await expect(client.synthesize({ ...HELLO, languageType: 'English' } as QwenAudioRequest)).rejects.toMatchObject({
      kind: 'bad-request',
    })
    expect(provider.requests).toHaveLength(0)
  })
})
