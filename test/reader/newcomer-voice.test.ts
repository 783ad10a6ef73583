import { expect, it } from 'vitest'
import { newcomerVoice } from '../../src/reader/newcomer-voice.ts'
import { VOICES } from '../../src/speech/voice-catalogue.ts'

const people = Array.from({ length: 1_000 }, (_, index) => `${100_000_000_000_000_000n + BigInt(index)}`)

it('is always the same for a person, and spread evenly over people', () => {
  const counts = new Map<string | undefined, number>()
  for (const person of people) {
    const voice = newcomerVoice(person, VOICES)
    expect(newcomerVoice(person, VOICES)).toBe(voice)
    counts.set(voice, (counts.get(voice) ?? 0) + 1)
  }
  expect(counts.size).toBe(24)
  expect(Math.max(...counts.values())).toBeLessThan(2 * (people.length / counts.size))
})

it('has no dialect, and is one of those that there are', () => {
  const dialects = new Set(VOICES.filter(({ dialect }) => dialect !== undefined).map(({ id }) => id))
  for (const person of people) expect(dialects.has(newcomerVoice(person, VOICES)!)).toBe(false)
  const own = [{ id: 'alloy', languages: [], gender: 'neutral', description: '' }] as const
  expect(newcomerVoice('1', own)).toBe('alloy')
  expect(newcomerVoice('1', [])).toBeUndefined()
})
