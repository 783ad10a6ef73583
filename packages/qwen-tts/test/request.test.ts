import { describe, expect, it } from 'vitest'
import { formatRequest, requestHeaders, type SpeechRequest } from '../src/request.ts'

const TEXT = 'Today is a wonderful day to build something people love!'
const say = (fields: object): SpeechRequest => ({ model: 'qwen3-tts-flash', text: TEXT, voice: 'Cherry', ...fields })

describe('formatRequest', () => {
  it.each<[string, object, string]>([
    [
      'the documented sample',
      { languageType: 'English' },
      `{"model":"qwen3-tts-flash","input":{"text":"${TEXT}","voice":"Cherry","language_type":"English"},"parameters":{}}`,
    ],
    [
      'instructions in input',
      { model: 'qwen3-tts-instruct-flash', instructions: 'Speak fast.', optimizeInstructions: true },
      `{"model":"qwen3-tts-instruct-flash","input":{"text":"${TEXT}","voice":"Cherry","instructions":"Speak fast.","optimize_instructions":true},"parameters":{}}`,
    ],
    [
      'instructions in parameters, as the official SDKs do',
      { instructions: 'Speak fast.', instructionsIn: 'parameters', extraParameters: { speech_rate: 1.5 } },
      `{"model":"qwen3-tts-flash","input":{"text":"${TEXT}","voice":"Cherry"},"parameters":{"instructions":"Speak fast.","speech_rate":1.5}}`,
    ],
    [
      'Qwen-Audio-TTS, always with format and rate',
      { model: 'qwen-audio-3.1-tts-flash', voice: 'Emily_v3.1', languageHints: ['en'], instruction: 'Calmly.' },
      `{"model":"qwen-audio-3.1-tts-flash","input":{"text":"${TEXT}","voice":"Emily_v3.1","format":"pcm","sample_rate":24000,"instruction":"Calmly.","language_hints":["en"]}}`,
    ],
  ])('writes %s byte for byte', (_, fields, body) => {
    expect(formatRequest(say(fields))).toBe(body)
  })

  it.each([
    ['instruction', { instruction: 'Whisper.' }],
    ['seed', { seed: 1 }],
    ['format', { format: 'mp3' }],
    ['instructions', { model: 'qwen-audio-3.1-tts-flash', instructions: 'Whisper.' }],
    ['languageType', { model: 'cosyvoice-v3', languageType: 'English' }],
    ['speed', { speed: 2 }],
  ])('refuses "%s" of the other family or of none', (field, fields) => {
    expect(() => formatRequest(say(fields))).toThrow(`Cannot send field "${field}"`)
  })

  it('ignores fields that are undefined', () => {
    expect(() => formatRequest(say({ seed: undefined }))).not.toThrow()
  })
})

describe('requestHeaders', () => {
  it('ask for events only when streaming, and name a workspace only when there is one', () => {
    expect(requestHeaders('sk-test', true, 'ws-123')).toEqual({
      accept: 'text/event-stream',
      authorization: 'Bearer sk-test',
      'content-type': 'application/json; charset=utf-8',
      'x-accel-buffering': 'no',
      'x-dashscope-sse': 'enable',
      'x-dashscope-workspace': 'ws-123',
    })
    expect(requestHeaders('sk-test', false)).toEqual({
      accept: 'application/json; charset=utf-8',
      authorization: 'Bearer sk-test',
      'content-type': 'application/json; charset=utf-8',
    })
  })
})
