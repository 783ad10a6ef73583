import { describe, expect, it } from 'vitest'
import type { Utterance } from '../../../../src/speech/engine.ts'
import { rootOf } from '../../../../src/speech/engines/openai/address.ts'
import type { OpenAiOptions } from '../../../../src/speech/engines/openai/options.ts'
import { buildRequest } from '../../../../src/speech/engines/openai/request.ts'
import { chooseVoice, describeVoices, readVoices } from '../../../../src/speech/engines/openai/voices.ts'

const HELLO: Utterance = { text: 'Hello', voice: 'vivian', language: 'en' }
const readVoiceList = (json: string) => readVoices(json)?.map(({ id }) => id)
const build = (utterance: Partial<Utterance> = {}, options: Partial<OpenAiOptions> = {}) => {
  const { body, ...rest } = buildRequest({ ...HELLO, ...utterance }, 'vivian', { baseUrl: 'http://x', ...options })
  return { ...rest, body: JSON.parse(body) }
}

describe('a request', () => {
  it('asks for bare sound in every way that a version understands', () => {
    expect(build()).toEqual({
      model: 'default',
      notices: [],
      body: { input: 'Hello', voice: 'vivian', response_format: 'pcm', stream_format: 'audio', stream: true },
    })
  })

  it('carries model, style and speed', () => {
    const { model, body } = build({ style: ' Whisper. ', speed: 9 }, { model: 'gpt-4o-mini-tts' })
    expect(model).toBe('gpt-4o-mini-tts')
    expect(body).toMatchObject({ model: 'gpt-4o-mini-tts', instructions: 'Whisper.', speed: 4, stream: true })
    expect(build({ model: 'other' }, { model: 'm' }).body.model).toBe('other')
  })

  it('tells language and task to vLLM-Omni alone', () => {
    expect(build({}, { vllmOmni: {} }).body).toMatchObject({ language: 'English' })
    expect(build({ language: 'auto' }, { vllmOmni: { taskType: 'CustomVoice' } }).body).toMatchObject({
      language: 'Auto',
      task_type: 'CustomVoice',
    })
    expect(Object.keys(build().body)).not.toContain('language')
  })

  it('does not ask vLLM-Omni to stream another speed, which it refuses', () => {
    const { body } = build({ speed: 1.5 }, { vllmOmni: {} })
    expect(body).toMatchObject({ speed: 1.5, response_format: 'pcm' })
    expect(body).not.toHaveProperty('stream')
    expect(build({ speed: 1 }, { vllmOmni: {} }).body).toMatchObject({ stream: true })
  })

  it.each(['tts-1', 'tts-1-hd', 'Qwen/Qwen3-TTS-12Hz-0.6B-CustomVoice', 'Qwen/Qwen3-TTS-12Hz-1.7B-Base'])(
    'leaves out a style that %s would pass over, and says so',
    (model) => {
      const { body, notices } = build({ style: 'Whisper.' }, { model })
      expect(body).not.toHaveProperty('instructions')
      expect(notices).toEqual([{ code: 'style-ignored', engine: 'openai', model }])
    },
  )
})

describe('the address', () => {
  it.each([
    ['https://api.openai.com/v1', 'https://api.openai.com/'],
    ['https://api.openai.com/v1/', 'https://api.openai.com/'],
    ['http://127.0.0.1:8091', 'http://127.0.0.1:8091/'],
    ['https://proxy.example/speech/v1?x=1', 'https://proxy.example/speech/'],
  ])('begins at the root of %s', (base, root) => {
    expect(rootOf(base).href).toBe(root)
  })

  it('is HTTP', () => {
    expect(() => rootOf('ftp://x')).toThrow(TypeError)
  })
})

describe('the server’s voices', () => {
  it('are read in every form that servers use', () => {
    expect(readVoiceList('{"voices":["aiden","vivian"],"uploaded_voices":[]}')).toEqual(['aiden', 'vivian'])
    expect(readVoiceList('{"voices":["aiden"],"uploaded_voices":[{"name":"me"},"aiden",7]}')).toEqual(['aiden', 'me'])
    expect(readVoiceList('{"voices":[{"id":"alloy"}]}')).toEqual(['alloy'])
    for (const other of ['{}', '[]', '<html>', '{"voices":"aiden"}']) expect(readVoiceList(other)).toBeUndefined()
  })

  const LISTED = ['vivian', 'uncle_fu']
  it.each([
    ['Uncle Fu', LISTED, undefined, { kind: 'same', id: 'uncle_fu' }],
    ['UNCLE-FU', LISTED, 'vivian', { kind: 'same', id: 'uncle_fu' }],
    ['Cherry', LISTED, 'vivian', { kind: 'replaced', id: 'vivian' }],
    ['Cherry', LISTED, undefined, { kind: 'unknown' }],
    // A server that does not tell its voices is asked for all but those that only DashScope has.
    ['Cherry', undefined, 'alloy', { kind: 'replaced', id: 'alloy' }],
    ['nova', undefined, 'alloy', { kind: 'same', id: 'nova' }],
    ['uncle fu', undefined, undefined, { kind: 'same', id: 'Uncle_Fu' }],
    ['Cherry', undefined, undefined, { kind: 'same', id: 'Cherry' }],
    ['Vivian', undefined, 'vivian', { kind: 'same', id: 'vivian' }],
  ])('for %s of %o, else %s: %o', (wanted, listed, fallback, choice) => {
    expect(chooseVoice(wanted, listed, fallback)).toEqual(choice)
  })

  it('are described, known speakers by their character', () => {
    const [vivian, stranger] = describeVoices(['vivian', 'me'], undefined)
    expect(vivian).toMatchObject({ id: 'vivian', gender: 'female' })
    expect(stranger).toMatchObject({ id: 'me', gender: 'neutral' })
    expect(describeVoices(undefined, undefined)).toHaveLength(9)
    expect(describeVoices(undefined, 'alloy').map(({ id }) => id)).toEqual(['alloy'])
    for (const { languages } of describeVoices(undefined, undefined)) expect(new Set(languages).size).toBe(10)
  })
})
