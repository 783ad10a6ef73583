import { describe, expect, it } from 'vitest'
import { createQwenTts, type VoiceService } from '../src/index.ts'
import { cleanupAfterEach } from './support/cleanup.ts'
import { sendJson } from './support/exchange.ts'
import { type Intercept, startProvider } from './support/provider.ts'

const cleanup = cleanupAfterEach()

async function open(intercept?: Intercept) {
  const provider = await startProvider(intercept)
  const client = createQwenTts({ apiKey: provider.key, baseUrl: provider.baseUrl })
  cleanup(provider, client)
  return { client, voices: client.voices, last: () => provider.requests.at(-1)! }
}

describe('cloning', () => {
  it('for Qwen3-TTS sends a data URI to qwen-voice-enrollment', async () => {
    const { voices, last } = await open()
    const voice = await voices.clone({
      targetModel: 'qwen3-tts-vc-2026-01-22',
      name: 'guanyu',
      audio: { data: Buffer.from('RIFF'), type: 'audio/wav' },
      text: 'What is said.',
      language: 'en',
    })
    expect(voice).toEqual({
      id: 'qwen3-tts-vc-2026-01-22-guanyu-0',
      targetModel: 'qwen3-tts-vc-2026-01-22',
      requestId: 'r-voices',
    })
    expect(last().path).toBe('/api/v1/services/audio/tts/customization')
    expect(last().body).toEqual({
      model: 'qwen-voice-enrollment',
      input: {
        action: 'create',
        target_model: 'qwen3-tts-vc-2026-01-22',
        preferred_name: 'guanyu',
        audio: { data: 'data:audio/wav;base64,UklGRg==' },
        text: 'What is said.',
        language: 'en',
      },
    })
  })

  it('for Qwen-Audio-TTS sends an address to voice-enrollment', async () => {
    const { voices, last } = await open()
    const voice = await voices.clone({
      targetModel: 'qwen-audio-3.1-tts-flash',
      name: 'lector',
      audio: 'https://example.com/sample.wav',
      language: 'en',
      maxPromptAudioLength: 12,
      enablePreprocess: true,
    })
    expect(voice.id).toBe('qwen-audio-3.1-tts-flash-lector-0')
    expect(last().body).toEqual({
      model: 'voice-enrollment',
      input: {
        action: 'create_voice',
        target_model: 'qwen-audio-3.1-tts-flash',
        prefix: 'lector',
        url: 'https://example.com/sample.wav',
        language_hints: ['en'],
        max_prompt_audio_length: 12,
        enable_preprocess: true,
      },
    })
  })
})

describe('designing', () => {
  it('gives a voice and its preview', async () => {
    const { voices, last } = await open()
    const voice = await voices.design({
      targetModel: 'qwen3-tts-vd-2026-01-26',
      name: 'narrator',
      prompt: 'A calm old narrator.',
      previewText: 'Good evening.',
      language: 'en',
      sampleRate: 24_000,
      responseFormat: 'wav',
    })
    expect(voice.preview).toEqual({ audio: Buffer.from([1, 2, 3, 4]), format: 'wav', sampleRate: 24_000 })
    expect(last().body).toEqual({
      model: 'qwen-voice-design',
      input: {
        action: 'create',
        target_model: 'qwen3-tts-vd-2026-01-26',
        voice_prompt: 'A calm old narrator.',
        preview_text: 'Good evening.',
        preferred_name: 'narrator',
        language: 'en',
      },
      parameters: { sample_rate: 24_000, response_format: 'wav' },
    })
  })

  it('for Qwen-Audio-TTS goes to voice-enrollment', async () => {
    const { voices, last } = await open()
    const request = { name: 'narrator', prompt: 'A calm old narrator.', previewText: 'Good evening.' }
    await voices.design({ targetModel: 'qwen-audio-3.1-tts-flash', ...request })
    expect(last().body).toEqual({
      model: 'voice-enrollment',
      input: {
        action: 'create_voice',
        target_model: 'qwen-audio-3.1-tts-flash',
        voice_prompt: 'A calm old narrator.',
        preview_text: 'Good evening.',
        prefix: 'narrator',
      },
    })
  })
})

describe.each<[VoiceService, string]>([
  ['voice-enrollment', 'qwen-audio-3.1-tts-flash'],
  ['qwen-voice-enrollment', 'qwen3-tts-vc-2026-01-22'],
  ['qwen-voice-design', 'qwen3-tts-vd-2026-01-26'],
])('%s', (service, targetModel) => {
  it('lists what was made, and forgets what was deleted', async () => {
    const { voices } = await open()
    const { id } =
      service === 'qwen-voice-design'
        ? await voices.design({ targetModel, name: 'mine', prompt: 'Calm.', previewText: 'Hello.' })
        : await voices.clone({ targetModel, name: 'mine', audio: 'https://example.com/sample.wav' })
    const page = await voices.list({ service })
    expect(page.total).toBe(1)
    expect(page.voices[0]).toMatchObject({ id, targetModel, createdAt: '2026-11-28 09:30:00' })
    await voices.delete(id, { service })
    expect((await voices.list({ service, page: 1, pageSize: 20, prefix: 'mine' })).voices).toEqual([])
    await expect(voices.delete(id, { service })).rejects.toMatchObject({ kind: 'voice-unknown' })
  })

  it('looks a voice up, where it can', async () => {
    const { voices } = await open()
    const { id } =
      service === 'qwen-voice-design'
        ? await voices.design({ targetModel, name: 'mine', prompt: 'Calm.', previewText: 'Hello.' })
        : await voices.clone({ targetModel, name: 'mine', audio: 'https://example.com/sample.wav' })
    const found = voices.query(id, { service })
    if (service === 'qwen-voice-enrollment') await expect(found).rejects.toMatchObject({ kind: 'bad-request' })
    else expect(await found).toMatchObject({ id, targetModel })
  })
})

it('a voice of voice-enrollment gets another recording', async () => {
  const { voices, last } = await open()
  const { id } = await voices.clone({ targetModel: 'cosyvoice-v3', name: 'mine', audio: 'https://example.com/1.wav' })
  await voices.update(id, { audio: 'https://example.com/2.wav' })
  expect(last().body.input).toEqual({ action: 'update_voice', voice_id: id, url: 'https://example.com/2.wav' })
})

it.each([
  ['{}', 'malformed'],
  ['{"output":{"voice_list":{}}}', 'malformed'],
  ['{"output":{"voice_list":[null,7,{},{"voice":"v"}],"total_count":-1}}', undefined],
])('reads the list %s', async (body, kind) => {
  const { voices } = await open((_, response) => {
    sendJson(response, JSON.parse(body))
    return 'answered'
  })
  const list = voices.list({ service: 'voice-enrollment' })
  if (kind) await expect(list).rejects.toMatchObject({ kind })
  else expect(await list).toEqual({ voices: [{ id: 'v' }] })
})
