import { formatRequest } from '@lector/qwen-tts/wire'
import { describe, expect, it } from 'vitest'
import { isLectorError } from '../../../../src/kernel/errors.ts'
import type { Utterance } from '../../../../src/speech/engine.ts'
import { planSpeech } from '../../../../src/speech/engines/dashscope/plan.ts'
import { requestOf } from '../../../../src/speech/engines/dashscope/request.ts'

const say = (fields: Partial<Utterance> = {}): Utterance => ({
  text: 'Today is a wonderful day!',
  voice: 'Cherry',
  language: 'en',
  ...fields,
})

/** The plan for an utterance and the body that the client writes for it. */
function buildRequest(utterance: Utterance, settings: { model?: string; instructModel?: string } = {}) {
  const defaults = { engine: 'dashscope', model: 'qwen3-tts-flash', instructModel: 'qwen3-tts-instruct-flash' } as const
  const plan = planSpeech(utterance, { ...defaults, gone: new Set(), ...settings })
  return { ...plan, body: formatRequest(requestOf(plan, utterance.text)) }
}

describe('a request', () => {
  it.each<[string, Partial<Utterance>, Parameters<typeof buildRequest>[1], string]>([
    [
      'the default model',
      {},
      {},
      '{"model":"qwen3-tts-flash","input":{"text":"Today is a wonderful day!","voice":"Cherry","language_type":"English"},"parameters":{}}',
    ],
    [
      'an unknown language',
      { text: '你好 "world"\n', language: 'auto' },
      {},
      '{"model":"qwen3-tts-flash","input":{"text":"你好 \\"world\\"\\n","voice":"Cherry","language_type":"Auto"},"parameters":{}}',
    ],
    [
      'a style, in input',
      { style: ' Speak fast. ' },
      {},
      '{"model":"qwen3-tts-instruct-flash","input":{"text":"Today is a wonderful day!","voice":"Cherry","language_type":"English","instructions":"Speak fast."},"parameters":{}}',
    ],
    [
      'an empty style, which is none',
      { style: '  ' },
      {},
      '{"model":"qwen3-tts-flash","input":{"text":"Today is a wonderful day!","voice":"Cherry","language_type":"English"},"parameters":{}}',
    ],
    [
      'the first generation, which takes no language',
      { model: 'qwen-tts', language: 'zh' },
      {},
      '{"model":"qwen-tts","input":{"text":"Today is a wonderful day!","voice":"Cherry"},"parameters":{}}',
    ],
    [
      'a model and a voice that nobody has described',
      { model: 'qwen9-tts', voice: 'my own voice', language: 'ru' },
      {},
      '{"model":"qwen9-tts","input":{"text":"Today is a wonderful day!","voice":"my own voice","language_type":"Russian"},"parameters":{}}',
    ],
  ])('writes %s byte for byte', (_, fields, settings, body) => {
    expect(buildRequest(say(fields), settings).body).toBe(body)
  })

  it('corrects the spelling of a voice', () => {
    expect(JSON.parse(buildRequest(say({ voice: 'ono anna' })).body).input.voice).toBe('Ono Anna')
  })

  it.each<[string, Partial<Utterance>, string]>([
    ['a voice that the instruct model lacks', { voice: 'Rocky' }, 'qwen3-tts-flash'],
    ['a voice of one’s own', { voice: 'mine' }, 'qwen3-tts-flash'],
    ['a chosen model that follows none', { model: 'qwen3-tts-flash-2025-11-27' }, 'qwen3-tts-flash-2025-11-27'],
  ])('leaves a style out with a notice for %s', (_, fields, model) => {
    const request = buildRequest(say({ style: 'Whisper.', ...fields }))
    expect(request.notices).toEqual([{ code: 'style-ignored', engine: 'dashscope', model }])
    expect(request.body).not.toContain('Whisper')
  })

  it('keeps a default model that follows styles by itself', () => {
    const settings = { model: 'qwen3-tts-instruct-flash-2026-01-26' }
    expect(buildRequest(say({ style: 'Whisper.' }), settings).model).toBe('qwen3-tts-instruct-flash-2026-01-26')
    expect(buildRequest(say(), { model: 'qwen9' }).model).toBe('qwen9')
  })

  it('trusts an instruct model that nobody has described with any voice', () => {
    const settings = { instructModel: 'qwen9-tts-instruct' }
    expect(buildRequest(say({ style: 'Whisper.', voice: 'mine' }), settings)).toMatchObject({
      model: 'qwen9-tts-instruct',
      notices: [],
    })
  })

  it('takes 600 characters as billed and refuses one more', () => {
    expect(() => buildRequest(say({ text: '好'.repeat(300) }))).not.toThrow()
    const error = catchError(() => buildRequest(say({ text: `${'好'.repeat(300)}!` })))
    expect(isLectorError(error) && [error.code, error.params]).toEqual([
      'speech.text-too-long',
      { engine: 'dashscope', limit: 600 },
    ])
  })
})

function catchError(run: () => unknown): unknown {
  try {
    run()
  } catch (error) {
    return error
  }
  return undefined
}
