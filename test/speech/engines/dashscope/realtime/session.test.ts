import { updateMessage } from '@lector/qwen-tts/wire'
import { describe, expect, it } from 'vitest'
import type { Utterance } from '../../../../../src/speech/engine.ts'
import { planSpeech } from '../../../../../src/speech/engines/dashscope/plan.ts'
import {
  REALTIME_INSTRUCT_MODEL,
  REALTIME_MODEL,
  settingsOf,
} from '../../../../../src/speech/engines/dashscope/realtime/session.ts'

type Manner = Omit<Utterance, 'text'>
const CHERRY: Manner = { voice: 'Cherry', language: 'en' }

/** The plan for an utterance and what the client tells its session. */
function plan(manner: Partial<Manner> = {}, gone: string[] = []) {
  const models = { model: REALTIME_MODEL, instructModel: REALTIME_INSTRUCT_MODEL }
  const planned = planSpeech({ ...CHERRY, ...manner }, { engine: 'dashscope-realtime', ...models, gone: new Set(gone) })
  const message = updateMessage(settingsOf(planned, manner.speed))
  return {
    model: planned.model,
    notices: planned.notices,
    settings: 'session' in message ? (message.session as Record<string, unknown>) : {},
  }
}

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
    expect(plan({ language: 'auto' }).settings).toMatchObject({ language_type: 'Auto' })
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
    expect(plan({ style: ' Whisper. ' })).toMatchObject({
      model: 'qwen3-tts-instruct-flash-realtime',
      notices: [],
      settings: { instructions: 'Whisper.' },
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
    expect(plan({ style: 'x' }, ['qwen3-tts-instruct-flash-realtime']).model).toBe('qwen3-tts-flash-realtime')
  })
})
