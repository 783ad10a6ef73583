import { expect } from 'vitest'
import { isLectorError } from '../../src/kernel/errors.ts'
import type { SpeechEngine, Utterance } from '../../src/speech/engine.ts'

/**
 * How 500 requests end, 25 at a time: `end`, or the code of a `LectorError`, and how often. Any other error is thrown;
 * sound must come in whole samples, nothing after the end, and no request may end without either.
 */
export async function outcomesOf(engine: SpeechEngine, utterance: Utterance): Promise<ReadonlyMap<string, number>> {
  const outcomes = new Map<string, number>()
  const speakOne = async () => {
    let outcome = 'unfinished'
    try {
      for await (const event of engine.speak(utterance, new AbortController().signal)) {
        expect(outcome).not.toBe('end')
        if (event.kind === 'audio') expect(event.pcm.length % 2).toBe(0)
        if (event.kind === 'end') outcome = 'end'
      }
    } catch (error) {
      if (!isLectorError(error)) throw error
      outcome = error.code
    }
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  }
  for (let round = 0; round < 20; round++) await Promise.all(Array.from({ length: 25 }, speakOne))
  expect([...outcomes.values()].reduce((sum, count) => sum + count)).toBe(500)
  expect(outcomes.has('unfinished')).toBe(false)
  return outcomes
}
