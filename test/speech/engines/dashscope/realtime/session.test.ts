import { describe, expect, it } from 'vitest'
import { realtimeUrlOf } from '../../../../../src/speech/engines/dashscope/realtime/endpoint.ts'
import {
  type Manner,
  planSession,
  type SessionOptions,
} from '../../../../../src/speech/engines/dashscope/realtime/session.ts'

const CHERRY: Manner = { voice: 'Cherry', language: 'en' }
const plan = (manner: Partial<Manner> = {}, options: SessionOptions = {}, gone: string[] = []) =>
  planSession({ ...CHERRY, ...manner }, options, new Set(gone))

describe('what a session is told', () => {
  it('is voice, mode, format and language', () => {
    expect(plan()).toEqual({
      model: 'qwen3-tts-flash-realtime',
      notices: [],
      settings: {
        voice: 'Cherry',
        mode: 'server_commit',
        response_format: 'pcm',
        sample_rate: 24_000,
        language_type: 'English',
      },
    })
    expect(plan({ language: 'auto' }, { mode: 'commit' }).settings).toMatchObject({
      mode: 'commit',
      language_type: 'Auto',
    })
  })

  it('corrects the spelling of a voice and leaves an unknown one alone', () => {
    expect(plan({ voice: 'ono_anna' }).settings.voice).toBe('Ono Anna')
    expect(plan({ voice: 'my-clone' }).settings.voice).toBe('my-clone')
  })

  it('turns speed into a rate that the server takes', () => {
    expect(plan({ speed: 1.25 }).settings.speech_rate).toBe(1.25)
    expect(plan({ speed: 9 }).settings.speech_rate).toBe(2)
    expect(plan({ speed: 0.1 }).settings.speech_rate).toBe(0.5)
  })

  it('leaves out what the first generation does not know', () => {
    const { settings } = plan({ model: 'qwen-tts-realtime', speed: 1.5, style: 'Whisper.' })
    expect(settings).toEqual({
      voice: 'Cherry',
      mode: 'server_commit',
      response_format: 'pcm',
      sample_rate: 24_000,
    })
  })

  it('follows a style with the instruct model, if it has the voice', () => {
    expect(plan({ style: ' Whisper. ' }, { optimizeInstructions: true })).toMatchObject({
      model: 'qwen3-tts-instruct-flash-realtime',
      notices: [],
      settings: { instructions: 'Whisper.', optimize_instructions: true },
    })
    const without = plan({ voice: 'Rocky', style: 'Whisper.' })
    expect(without.model).toBe('qwen3-tts-flash-realtime')
    expect(without.settings).not.toHaveProperty('instructions')
    expect(without.notices).toEqual([
      { code: 'style-ignored', engine: 'dashscope-realtime', model: 'qwen3-tts-flash-realtime' },
    ])
  })

  it('takes any model by name, and no other than the default once the instruct model is gone', () => {
    expect(plan({ model: 'qwen9-tts-realtime' }).model).toBe('qwen9-tts-realtime')
    expect(plan({ style: 'x' }, {}, ['qwen3-tts-instruct-flash-realtime']).model).toBe('qwen3-tts-flash-realtime')
  })
})

describe('the address', () => {
  it.each([
    ['singapore', 'wss://dashscope-intl.aliyuncs.com/api-ws/v1/realtime?model=m'],
    ['beijing', 'wss://dashscope.aliyuncs.com/api-ws/v1/realtime?model=m'],
    [
      'https://ws-1.ap-southeast-1.maas.aliyuncs.com/api/v1/',
      'wss://ws-1.ap-southeast-1.maas.aliyuncs.com/api-ws/v1/realtime?model=m',
    ],
    ['http://127.0.0.1:8080/api/v1', 'ws://127.0.0.1:8080/api-ws/v1/realtime?model=m'],
    ['https://proxy.example/speech/api/v1', 'wss://proxy.example/speech/api-ws/v1/realtime?model=m'],
    ['https://proxy.example', 'wss://proxy.example/api-ws/v1/realtime?model=m'],
  ])('of %s', (base, url) => {
    expect(realtimeUrlOf(base, 'm').href).toBe(url)
  })
})
