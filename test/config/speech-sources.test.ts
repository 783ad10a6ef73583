import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config/config.ts'
import { speechSources } from '../../src/config/speech-sources.ts'

describe('speechSources', () => {
  it('names no service without a key', () => {
    expect(speechSources(readConfig({ DASHSCOPE_WORKSPACE: 'ws', DASHSCOPE_BASE_URL: 'https://host/api/v1' }))).toEqual(
      {},
    )
  })

  it('goes to the region of the key', () => {
    expect(speechSources(readConfig({ DASHSCOPE_API_KEY: 'sk', DASHSCOPE_REGION: 'beijing' }))).toEqual({
      dashscope: { apiKey: 'sk', baseUrl: 'beijing', model: 'qwen3-tts-flash' },
    })
  })

  it('goes to another address and workspace when they are set', () => {
    const config = readConfig({
      DASHSCOPE_API_KEY: 'sk',
      DASHSCOPE_BASE_URL: 'https://host/api/v1',
      DASHSCOPE_WORKSPACE: 'ws',
    })
    expect(speechSources(config).dashscope).toMatchObject({ baseUrl: 'https://host/api/v1', workspace: 'ws' })
  })
})
