import { afterEach, describe, expect, it, vi } from 'vitest'
import { baseUrlOf, realtimeUrlOf, speechPath } from '../src/endpoint.ts'
import { createQwenTts, type QwenTtsOptions } from '../src/index.ts'

const GENERATION = '/services/aigc/multimodal-generation/generation'
afterEach(() => vi.unstubAllEnvs())

describe('baseUrlOf', () => {
  it.each([
    ['singapore', undefined, 'https://dashscope-intl.aliyuncs.com/api/v1'],
    ['beijing', undefined, 'https://dashscope.aliyuncs.com/api/v1'],
    ['singapore', 'ws-1', 'https://ws-1.ap-southeast-1.maas.aliyuncs.com/api/v1'],
    ['beijing', 'llm-2abc', 'https://llm-2abc.cn-beijing.maas.aliyuncs.com/api/v1'],
    [
      'https://ws-1.ap-southeast-1.maas.aliyuncs.com/api/v1/',
      undefined,
      'https://ws-1.ap-southeast-1.maas.aliyuncs.com/api/v1',
    ],
    ['https://proxy.example/api/v1?x=1#y', 'ws-1', 'https://proxy.example/api/v1'],
  ])('makes of %s and workspace %s %s', (base, workspace, url) => {
    expect(baseUrlOf(base, workspace).href).toBe(url)
  })

  it('refuses what is no web address, and a workspace that is no part of one', () => {
    expect(() => baseUrlOf('tokyo')).toThrow(TypeError)
    expect(() => baseUrlOf('file:///etc/passwd')).toThrow(TypeError)
    expect(() => baseUrlOf('singapore', 'evil.example/')).toThrow('workspace "evil.example/"')
  })
})

describe('speechPath', () => {
  it.each([
    ['https://dashscope.aliyuncs.com/api/v1', 'qwen3-tts-flash', `/api/v1${GENERATION}`],
    ['http://127.0.0.1:8080', 'qwen-tts', GENERATION],
    ['http://127.0.0.1:8080', 'qwen-audio-3.1-tts-flash', '/services/audio/tts/SpeechSynthesizer'],
  ])('leads %s and %s to %s', (base, model, path) => {
    expect(speechPath(baseUrlOf(base), model)).toBe(path)
  })
})

describe('realtimeUrlOf', () => {
  it.each([
    ['singapore', 'wss://dashscope-intl.aliyuncs.com/api-ws/v1/realtime?model=m'],
    [
      'https://ws-1.cn-beijing.maas.aliyuncs.com/api/v1',
      'wss://ws-1.cn-beijing.maas.aliyuncs.com/api-ws/v1/realtime?model=m',
    ],
    ['http://127.0.0.1:8080/api/v1', 'ws://127.0.0.1:8080/api-ws/v1/realtime?model=m'],
    ['https://proxy.example/speech/api/v1', 'wss://proxy.example/speech/api-ws/v1/realtime?model=m'],
    ['https://proxy.example', 'wss://proxy.example/api-ws/v1/realtime?model=m'],
  ])('leads %s to %s', (base, url) => {
    expect(realtimeUrlOf(baseUrlOf(base), 'm').href).toBe(url)
  })
})

describe('createQwenTts', () => {
  const hostOf = async (options: QwenTtsOptions) => {
    await using client = createQwenTts({ apiKey: 'sk', ...options })
    return client.baseUrl.host
  }

  it('asks the code first, then the environment, then Singapore', async () => {
    vi.stubEnv('DASHSCOPE_HTTP_BASE_URL', 'https://proxy.example/api/v1')
    expect(await hostOf({ baseUrl: 'http://127.0.0.1:1/api/v1', region: 'beijing' })).toBe('127.0.0.1:1')
    expect(await hostOf({ region: 'beijing' })).toBe('dashscope.aliyuncs.com')
    expect(await hostOf({ workspace: 'ws-1' })).toBe('ws-1.ap-southeast-1.maas.aliyuncs.com')
    expect(await hostOf({})).toBe('proxy.example')
    vi.stubEnv('DASHSCOPE_HTTP_BASE_URL', undefined)
    expect(await hostOf({})).toBe('dashscope-intl.aliyuncs.com')
  })

  it('takes the key from the environment, and needs one', async () => {
    vi.stubEnv('DASHSCOPE_API_KEY', undefined)
    expect(() => createQwenTts()).toThrow('set DASHSCOPE_API_KEY')
    vi.stubEnv('DASHSCOPE_API_KEY', 'sk-environment')
    await createQwenTts().close()
  })
})
