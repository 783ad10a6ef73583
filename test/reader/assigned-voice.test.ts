import { expect, it } from 'vitest'
import { assignedVoice } from '../../src/reader/assigned-voice.ts'
import { resolveSpeech } from '../../src/settings/resolve.ts'
import { VOICES } from '../../src/speech/voices/voice-catalogue.ts'

const people = Array.from({ length: 1_000 }, (_, index) => `${100_000_000_000_000_000n + BigInt(index)}`)
const speechIn = (server: object) => resolveSpeech({ server, operator: { voiceFor: () => 'Cherry', engine: 'local' } })

it('is always the same for a person, and spread evenly over people', () => {
  const counts = new Map<string | undefined, number>()
  for (const person of people) {
    const voice = assignedVoice(person, speechIn({}), () => VOICES)
    expect(assignedVoice(person, speechIn({}), () => VOICES)).toBe(voice)
    counts.set(voice, (counts.get(voice) ?? 0) + 1)
  }
  expect(counts.size).toBe(48)
  expect(Math.max(...counts.values())).toBeLessThan(2 * (people.length / counts.size))
})

it('is one of those of the engine and the model that were chosen, and none where there are none', () => {
  const asked: unknown[] = []
  const voicesIn = (...wish: unknown[]) => {
    asked.push(wish)
    return []
  }
  expect(assignedVoice('1', speechIn({ engine: 'dashscope', model: 'qwen-tts' }), voicesIn)).toBeUndefined()
  expect(asked).toEqual([['dashscope', 'qwen-tts', 'auto']])
})

it('is none for whom somebody has chosen one', () => {
  expect(assignedVoice('1', speechIn({ voice: 'Ethan' }), () => VOICES)).toBeUndefined()
})
