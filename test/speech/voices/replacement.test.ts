import { expect, it } from 'vitest'
import type { Voice } from '../../../src/speech/engine.ts'
import { replacementFor } from '../../../src/speech/voices/replacement.ts'
import { VOICES } from '../../../src/speech/voices/voice-catalogue.ts'

const voice = (id: string, gender: Voice['gender'], languages: Voice['languages'], dialect?: string): Voice => ({
  id,
  gender,
  languages,
  description: '',
  ...(dialect === undefined ? {} : { dialect }),
})
const FEW = [
  voice('anna', 'female', ['de']),
  voice('tom', 'male', ['en']),
  voice('kate', 'female', ['en', 'de']),
  voice('wong', 'male', ['en', 'zh'], 'Cantonese'),
]

it.each([
  ['Ethan', 'en', 'tom'],
  ['Cherry', 'en', 'kate'],
  ['Cherry', 'de', 'anna'],
  ['Ethan', 'de', 'anna'],
  ['Rocky', 'en', 'wong'],
  ['Ethan', 'zh', 'wong'],
  ['Serena', 'auto', 'anna'],
  ['somebody', 'en', 'tom'],
] as const)('stands in for %s in %s with %s', (name, language, expected) => {
  expect(replacementFor(name, language, FEW)).toBe(expected)
})

it('takes a misspelt name for what it looks like', () => {
  expect(replacementFor('Chery', 'en', VOICES)).toBe('Cherry')
  expect(replacementFor('onoanna', 'en', VOICES)).toBe('Ono Anna')
})

it('never proposes the voice that was refused', () => {
  for (const { id, gender } of VOICES) {
    const found = replacementFor(id, 'en', VOICES)
    expect(found).not.toBe(id)
    expect(VOICES.find((voice) => voice.id === found)?.gender).toBe(gender)
  }
  expect(replacementFor('tom', 'en', [FEW[1]!])).toBeUndefined()
})
