import { describe, expect, it } from 'vitest'
import type { Voice } from '../../src/speech/engine.ts'
import { VOICES } from '../../src/speech/voice-catalogue.ts'
import { voicesByEngine } from '../../src/speech/voices-by-engine.ts'

const OWN: readonly Voice[] = [
  { id: 'marius', gender: 'male', description: '', languages: ['en'] },
  { id: 'estelle', gender: 'female', description: '', languages: ['en'] },
]
const BOTH = [{ id: 'dashscope' }, { id: 'openai' }, { id: 'local' }] as const
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
    const { voicesOf } = open('Cherry', [{ id: 'openai' }, { id: 'dashscope' }, { id: 'local' }])
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
})
