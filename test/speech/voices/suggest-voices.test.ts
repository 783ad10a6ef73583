import { describe, expect, it } from 'vitest'
import type { Voice } from '../../../src/speech/engine.ts'
import { suggestVoices } from '../../../src/speech/voices/suggest-voices.ts'
import { VOICES } from '../../../src/speech/voices/voice-catalogue.ts'

const suggested = (typed: string, voices: readonly Voice[] = VOICES) =>
  suggestVoices(typed, voices).map(({ value }) => value)

const voice = (id: string, more: Partial<Voice> = {}): Voice => ({
  id,
  gender: 'neutral',
  languages: ['en'],
  description: 'Somebody',
  ...more,
})

describe('suggestVoices', () => {
  it('shows the first voices of the list while nothing is typed, 25 at most', () => {
    expect(suggested('')).toEqual(VOICES.slice(0, 25).map(({ id }) => id))
    expect(suggested('   ')).toHaveLength(25)
  })

  it('finds names in any case, those that begin with it first', () => {
    expect(suggested('CHER')).toEqual(['Cherry'])
    const voices = [voice('Dora', { description: 'Not Ann' }), voice('Joanna'), voice('Anna')]
    expect(suggested('ann', voices)).toEqual(['Anna', 'Joanna', 'Dora'])
  })

  it('finds languages by code, name and own name', () => {
    const voices = [voice('Anna'), voice('Ono', { languages: ['en', 'ja'] })]
    for (const typed of ['ja', 'japan', '日本']) expect(suggested(typed, voices)).toEqual(['Ono'])
  })

  it('finds genders, and takes no woman for a man', () => {
    const males = VOICES.filter(({ gender }) => gender === 'male').map(({ id }) => id)
    expect(suggested('male')).toEqual(males.slice(0, 25))
    const found = suggestVoices('female', VOICES).map(({ value }) => VOICES.find(({ id }) => id === value)!.gender)
    expect(new Set(found)).toEqual(new Set(['female']))
  })

  it('finds dialects and words of the description', () => {
    const cantonese = VOICES.filter(({ dialect }) => dialect === 'Cantonese').map(({ id }) => id)
    expect(cantonese.length).toBeGreaterThan(0)
    expect(suggested('canton')).toEqual(expect.arrayContaining(cantonese))
    expect(suggested('storyteller')).toContain('Vincent')
  })

  it('wants every word, in any order', () => {
    const both = suggested('young american')
    expect(both).toContain('Aiden')
    expect(suggested('american young').toSorted()).toEqual(both.toSorted())
    expect(suggested('cherry nonsense')).toEqual([])
  })

  it('labels within what Discord shows, with values it sends back', () => {
    const long = voice('Long', { description: 'x'.repeat(200), dialect: 'Cantonese' })
    for (const { name, value } of [...suggestVoices('', VOICES), ...suggestVoices('', [long])]) {
      expect(name.length).toBeLessThanOrEqual(100)
      expect(name.startsWith(value)).toBe(true)
    }
    expect(suggestVoices('', [long])[0]!.name.endsWith('…')).toBe(true)
    expect(suggestVoices('', [voice('Li', { dialect: 'Wu' })])[0]!.name).toBe('Li: Somebody (Wu)')
  })

  it('forgives misspelt words when nothing fits as it is typed', () => {
    expect(suggested('chery')[0]).toBe('Cherry')
    expect(suggested('jenifr')[0]).toBe('Jennifer')
    expect(suggested('cantonise').toSorted()).toEqual(['Kiki', 'Rocky'])
    expect(suggested('xy')).toEqual([])
  })

  it('takes what is typed for words, not for a pattern', () => {
    for (const typed of ['(', '.*', '[a', '\\', '__proto__']) expect(suggested(typed)).toEqual([])
  })
})
