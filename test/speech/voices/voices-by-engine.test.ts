import { describe, expect, it } from 'vitest'
import type { Voice } from '../../../src/speech/engine.ts'
import { dashscope } from '../../../src/speech/engines/dashscope/description.ts'
import { modelHasVoice } from '../../../src/speech/engines/dashscope/voice-sets.ts'
import { local } from '../../../src/speech/engines/local/description.ts'
import { openai } from '../../../src/speech/engines/openai/description.ts'
import { describeVoices } from '../../../src/speech/engines/openai/voices.ts'
import { findVoice, VOICES } from '../../../src/speech/voices/voice-catalogue.ts'
import { voicesByEngine } from '../../../src/speech/voices/voices-by-engine.ts'

const OWN: readonly Voice[] = [
  { id: 'marius', gender: 'male', description: '', languages: ['en'] },
  { id: 'estelle', gender: 'female', description: '', languages: ['en'] },
]
const DASHSCOPE = dashscope.configure({ apiKey: 'sk', baseUrl: 'singapore' })
const OPENAI = openai.configure({ baseUrl: 'http://127.0.0.1:8091' })
const LOCAL = local.configure()
const BOTH = [DASHSCOPE, OPENAI, LOCAL] as const
const open = (preferred: string, choices: Parameters<typeof voicesByEngine>[1] = BOTH, own = OWN) =>
  voicesByEngine({ voices: (wish) => (wish === 'openai' ? own : []) }, choices, preferred)

describe('voices that can be chosen', () => {
  it.each([
    ['dashscope', VOICES],
    ['openai', OWN],
    ['local', VOICES],
    [undefined, VOICES],
    ['abacus', VOICES],
  ] as const)('where %s is wished for', (wish, expected) => {
    expect(open('Cherry').voicesOf(wish)).toBe(expected)
  })

  it('are those of the first engine where none is wished for', () => {
    const { voicesOf } = open('Cherry', [OPENAI, DASHSCOPE, LOCAL])
    expect(voicesOf(undefined)).toBe(OWN)
    expect(voicesOf('dashscope')).toBe(VOICES)
  })
})

describe('the voice where nobody chose', () => {
  it.each([
    ['Cherry', 'dashscope', 'Cherry'],
    ['ono_anna', 'local', 'Ono Anna'],
    ['Cherry', 'openai', 'estelle'],
    ['Ethan', 'openai', 'marius'],
    ['Estelle', 'openai', 'estelle'],
    ['estelle', 'dashscope', 'Stella'],
  ])('%s at %s is %s', (preferred, wish, expected) => {
    expect(open(preferred).voiceFor(wish)).toBe(expected)
  })

  it('is the one that the operator named, where a server may have it without telling', () => {
    expect(open('alloy').voiceFor('openai')).toBe('alloy')
    expect(open('Cherry', BOTH, []).voiceFor('openai')).toBe('Cherry')
  })

  it.each([
    ['Cherry', ['alloy', 'echo', 'nova', 'onyx'], 'nova'],
    ['Cherry', ['Alloy', 'Nova'], 'Nova'],
    ['Cherry', ['alloy'], 'nova'],
    ['Cherry', undefined, 'nova'],
    ['echo', ['alloy', 'echo', 'nova'], 'echo'],
    ['shimmer', ['alloy', 'nova'], 'nova'],
  ])('%s at a server that lists %j, with nova configured for it, is %s', (preferred, listed, expected) => {
    const choices = [DASHSCOPE, openai.configure({ baseUrl: 'http://127.0.0.1:8091', voice: 'nova' }), LOCAL] as const
    const { voiceFor } = open(preferred, choices, describeVoices(listed, 'nova'))
    expect(voiceFor('openai')).toBe(expected)
    expect(voiceFor('dashscope')).not.toBe('nova')
  })
})

describe('the voices for people who chose none', () => {
  const idsOf = (voices: readonly Voice[]) => voices.map(({ id }) => id)
  const at = (wish: string, model?: string, own?: readonly Voice[]) =>
    open('Cherry', BOTH, own).assignableVoices(wish, model)

  it('have no dialect, and can all follow a style where no model was chosen', () => {
    for (const wish of ['dashscope', 'local']) {
      const voices = at(wish)
      expect(voices).toHaveLength(24)
      for (const { id, dialect } of voices) {
        expect(dialect).toBeUndefined()
        expect(modelHasVoice('qwen3-tts-instruct-flash', id)).toBe(true)
      }
    }
  })

  it.each([
    ['qwen3-tts-flash-2025-09-18', 7],
    ['qwen-tts', 4],
    ['qwen-tts-latest', 4],
    ['qwen3-tts-instruct-flash', 24],
  ])('are all in the chosen model %s', (model, count) => {
    const ids = idsOf(at('dashscope', model))
    expect(ids).toHaveLength(count)
    for (const id of ids) {
      expect(modelHasVoice(model, id)).toBe(true)
      expect(findVoice(id)?.dialect).toBeUndefined()
    }
  })

  it('are those that a server has told, without dialects while there are others', () => {
    const listed = ['aiden', 'dylan', 'eric', 'ono_anna', 'ryan', 'serena', 'sohee', 'uncle_fu', 'vivian']
    const plain = listed.filter((id) => id !== 'dylan' && id !== 'eric')
    expect(idsOf(at('openai', undefined, describeVoices(listed, undefined)))).toEqual(plain)
    expect(idsOf(at('openai', undefined, describeVoices(['dylan'], undefined)))).toEqual(['dylan'])
  })

  it('are none while a server has not told what it has', () => {
    expect(at('openai', undefined, describeVoices(undefined, undefined))).toEqual([])
    expect(at('openai', undefined, describeVoices(undefined, 'nova'))).toEqual([])
  })
})
