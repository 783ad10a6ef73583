import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config/config.ts'
import { speechSources } from '../../src/config/speech-sources.ts'

describe('speechSources', () => {
  it('names no service without a key', () => {
    expect(speechSources(readConfig({ DASHSCOPE_WORKSPACE: 'ws', DASHSCOPE_BASE_URL: 'https://host/api/v1' }))).toEqual(
      {},
    )
  })

  it('uses the host of the region', () => {
    expect(speechSources(readConfig({ DASHSCOPE_API_KEY: 'sk', DASHSCOPE_REGION: 'beijing' }))).toEqual({
      dashscope: { apiKey: 'sk', baseUrl: 'beijing', model: 'qwen3-tts-flash' },
    })
  })

  it('uses another address and workspace if they are set', () => {
    const config = readConfig({
      DASHSCOPE_API_KEY: 'sk',
      DASHSCOPE_BASE_URL: 'https://host/api/v1',
      DASHSCOPE_WORKSPACE: 'ws',
    })
    expect(speechSources(config).dashscope).toMatchObject({ baseUrl: 'https://host/api/v1', workspace: 'ws' })
  })

  it('uses an OpenAI-compatible server if only that is configured', () => {
    expect(speechSources(readConfig({ OPENAI_SPEECH_URL: 'http://127.0.0.1:8091/' }))).toEqual({
      openai: { baseUrl: 'http://127.0.0.1:8091' },
    })
    const config = readConfig({
      OPENAI_SPEECH_URL: 'http://host/v1',
      OPENAI_SPEECH_KEY: 'k',
      OPENAI_SPEECH_KIND: 'vllm-omni',
      OPENAI_SPEECH_MODEL: 'm',
      OPENAI_SPEECH_VOICE: 'vivian',
    })
    expect(speechSources(config)).toEqual({
      openai: { baseUrl: 'http://host/v1', apiKey: 'k', model: 'm', voice: 'vivian', vllmOmni: {} },
    })
  })

  it('prefers LECTOR_ENGINE with its model, and the other one as its fallback', () => {
    const both = { DASHSCOPE_API_KEY: 'sk', OPENAI_SPEECH_URL: 'http://host' }
    const dashscope = { apiKey: 'sk', baseUrl: 'singapore', model: 'qwen3-tts-flash' }
    const openai = { baseUrl: 'http://host' }
    expect(speechSources(readConfig(both))).toEqual({ dashscope, standIn: { openai } })
    expect(speechSources(readConfig({ ...both, LECTOR_ENGINE: 'openai' }))).toEqual({ openai, standIn: { dashscope } })
    expect(speechSources(readConfig({ ...both, LECTOR_ENGINE: 'local' }))).toEqual({})
    expect(speechSources(readConfig(both), 'dashscope-realtime')).toEqual({
      dashscope: { ...dashscope, model: 'qwen3-tts-flash-realtime', realtime: true },
      standIn: { openai },
    })
  })

  it.each([
    ['dashscope', 'DASHSCOPE_API_KEY'],
    ['dashscope-realtime', 'DASHSCOPE_API_KEY'],
    ['openai', 'OPENAI_SPEECH_URL'],
  ])('says what the engine %s needs', (engine, variable) => {
    expect(() => speechSources(readConfig({ LECTOR_ENGINE: engine }))).toThrow(`${variable} is not set.`)
  })
})
