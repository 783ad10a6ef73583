import { afterEach, describe, expect, it } from 'vitest'
import { type SpeechService, speakSine, startSpeechService } from '../../src/index.ts'

let service: SpeechService
afterEach(() => service.close())

const start = async (mood?: string) => {
  service = await startSpeechService({ synthesize: speakSine, ...(mood && { mood }) })
}

async function get(path: string, key = service.key) {
  const answer = await fetch(`${service.baseUrl}${path}`, { headers: { authorization: `Bearer ${key}` } })
  return {
    status: answer.status,
    body: (await answer.json()) as { code?: string; output?: { total: number; models: { model: string }[] } },
  }
}

const RIGHTS = '/models/permissions?authorization_scope=AUTHORIZED&action=INFERENCE&model='

describe('the list of models', () => {
  it('tells one model, with an end only where one is announced', async () => {
    await start()
    const { body } = await get('/models?model=qwen3-tts-flash')
    expect(body.output).toMatchObject({
      total: 1,
      models: [{ model: 'qwen3-tts-flash', inference_offline_info: null }],
    })
    service.setMood('dashscope-goes-offline')
    expect((await get('/models?model=qwen3-tts-flash')).body.output?.models).toMatchObject([
      { inference_offline_info: { offline_time: '2026-12-31 00:00:00' } },
    ])
  })

  it('comes in pages', async () => {
    await start()
    const first = (await get('/models?page_size=20')).body.output!
    const second = (await get('/models?page_size=20&page_no=2')).body.output!
    expect([...first.models, ...second.models]).toHaveLength(first.total)
  })

  it('is empty for a model that is gone, and says who may use the others', async () => {
    await start('dashscope-instruct-gone')
    expect((await get('/models?model=qwen3-tts-instruct-flash')).body.output).toMatchObject({ total: 0, models: [] })
    service.setMood('qwen-audio-forbidden')
    expect((await get(`${RIGHTS}qwen-audio-3.1-tts-flash`)).body.output).toMatchObject({ permissions: [] })
    expect((await get(`${RIGHTS}qwen3-tts-flash`)).body.output).toMatchObject({
      permissions: [{ model: 'qwen3-tts-flash', inference: true }],
    })
  })

  it('wants the key, and is under /api/v1 only', async () => {
    await start()
    expect(await get('/models', 'sk-wrong')).toMatchObject({ status: 401, body: { code: 'InvalidApiKey' } })
    expect((await fetch(new URL('/models', service.baseUrl))).status).toBe(404)
  })
})

describe('voices of customers', () => {
  const customize = async (model: string, input: object) => {
    const answer = await fetch(`${service.baseUrl}/services/audio/tts/customization`, {
      method: 'POST',
      headers: { authorization: `Bearer ${service.key}` },
      body: JSON.stringify({ model, input }),
    })
    return (await answer.json()) as {
      code?: string
      output: { voice_id?: string; voice?: string; voice_list?: object[] }
    }
  }
  const speak = async (path: string, model: string, voice: string) => {
    const body = JSON.stringify({ model, input: { text: 'Hi', voice } })
    const headers = { authorization: `Bearer ${service.key}` }
    return (await fetch(`${service.baseUrl}${path}`, { method: 'POST', headers, body })).status
  }
  const SYNTHESIS = '/services/audio/tts/SpeechSynthesizer'

  it('are made, speak with their model alone, are listed and deleted', async () => {
    await start()
    const { output } = await customize('voice-enrollment', {
      action: 'create_voice',
      target_model: 'qwen-audio-3.1-tts-flash',
      prefix: 'mia',
      url: 'https://example.com/mia.wav',
    })
    const id = output.voice_id!
    expect(await speak(SYNTHESIS, 'qwen-audio-3.1-tts-flash', id)).toBe(200)
    expect(await speak(SYNTHESIS, 'qwen-audio-3.0-tts-flash', id)).toBe(400)
    const list = async () =>
      (await customize('voice-enrollment', { action: 'list_voice', prefix: 'mia' })).output.voice_list
    expect(await list()).toMatchObject([{ voice_id: id, target_model: 'qwen-audio-3.1-tts-flash', status: 'OK' }])
    await customize('voice-enrollment', { action: 'delete_voice', voice_id: id })
    expect(await list()).toEqual([])
    expect((await customize('voice-enrollment', { action: 'query_voice', voice_id: id })).code).toBe(
      'BadRequest.VoiceNotFound',
    )
  })

  it('are designed from words, with a preview', async () => {
    await start()
    const { output } = await customize('qwen-voice-design', {
      action: 'create',
      target_model: 'qwen3-tts-vd-2026-01-26',
      preferred_name: 'narrator',
      voice_prompt: 'A calm old man',
      preview_text: 'Hello',
    })
    expect(output).toMatchObject({
      voice: expect.stringContaining('narrator'),
      preview_audio: { response_format: 'wav' },
    })
  })

  it.each<[what: string, input: object]>([
    ['a long prefix', { prefix: 'far-too-long-a-prefix' }],
    ['a model that has voices of its own', { target_model: 'qwen3-tts-flash' }],
    ['no recording', { url: undefined }],
    ['an unknown action', { action: 'clone' }],
  ])('are refused for %s', async (_, change) => {
    await start()
    const input = {
      action: 'create_voice',
      target_model: 'qwen-audio-3.1-tts-flash',
      prefix: 'mia',
      url: 'https://example.com/a.wav',
    }
    expect((await customize('voice-enrollment', { ...input, ...change })).code).toBe('InvalidParameter')
  })
})
