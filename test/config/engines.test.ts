import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config/config.ts'
import { configuredEngines } from '../../src/config/engines.ts'
import { dashscope, dashscopeRealtime } from '../../src/speech/engines/dashscope/description.ts'
import { openai } from '../../src/speech/engines/openai/description.ts'

const idsOf = (environment: Record<string, string>, named?: string) =>
  configuredEngines(readConfig(environment), named).map(({ id }) => id)

describe('configuredEngines', () => {
  it('names no service without a key', () => {
    expect(idsOf({ DASHSCOPE_WORKSPACE: 'ws', DASHSCOPE_BASE_URL: 'https://host/api/v1' })).toEqual(['local'])
  })

  it('goes to the region of the key', () => {
    const config = readConfig({ DASHSCOPE_API_KEY: 'sk', DASHSCOPE_REGION: 'beijing' })
    expect(dashscope.settings(config)).toEqual({
      apiKey: 'sk',
      baseUrl: 'beijing',
      region: 'beijing',
      model: 'qwen3-tts-flash',
    })
    expect(configuredEngines(config)[0]).toMatchObject({ id: 'dashscope', host: 'dashscope.aliyuncs.com' })
  })

  it('goes to another address and workspace when they are set', () => {
    const config = readConfig({
      DASHSCOPE_API_KEY: 'sk',
      DASHSCOPE_BASE_URL: 'https://host/api/v1',
      DASHSCOPE_WORKSPACE: 'ws',
    })
    expect(dashscope.settings(config)).toMatchObject({ baseUrl: 'https://host/api/v1', workspace: 'ws' })
  })

  it('goes to an OpenAI-compatible server when that is all there is', () => {
    const bare = { OPENAI_SPEECH_URL: 'http://127.0.0.1:8091/' }
    expect(idsOf(bare)).toEqual(['openai', 'local'])
    expect(openai.settings(readConfig(bare))).toEqual({ baseUrl: 'http://127.0.0.1:8091' })
    const config = readConfig({
      OPENAI_SPEECH_URL: 'http://host/v1',
      OPENAI_SPEECH_KEY: 'k',
      OPENAI_SPEECH_KIND: 'vllm-omni',
      OPENAI_SPEECH_MODEL: 'm',
      OPENAI_SPEECH_VOICE: 'vivian',
    })
    expect(openai.settings(config)).toEqual({
      baseUrl: 'http://host/v1',
      apiKey: 'k',
      model: 'm',
      voice: 'vivian',
      vllmOmni: {},
    })
  })

  it('asks the named engine first, with its own model, and the others after it', () => {
    const both = { DASHSCOPE_API_KEY: 'sk', OPENAI_SPEECH_URL: 'http://host' }
    expect(idsOf(both)).toEqual(['dashscope', 'openai', 'local'])
    expect(idsOf({ ...both, LECTOR_ENGINE: 'openai' })).toEqual(['openai', 'dashscope', 'local'])
    expect(idsOf({ ...both, LECTOR_ENGINE: 'local' })).toEqual(['local'])
    expect(idsOf(both, 'dashscope-realtime')).toEqual(['dashscope-realtime', 'dashscope', 'openai', 'local'])
    expect(dashscopeRealtime.settings(readConfig(both))).toMatchObject({ model: 'qwen3-tts-flash-realtime' })
  })

  it.each([
    ['dashscope', 'DASHSCOPE_API_KEY'],
    ['dashscope-realtime', 'DASHSCOPE_API_KEY'],
    ['openai', 'OPENAI_SPEECH_URL'],
  ])('says what the engine %s needs', (engine, variable) => {
    expect(() => configuredEngines(readConfig({ LECTOR_ENGINE: engine }))).toThrow(`${variable} is not set.`)
  })
})
