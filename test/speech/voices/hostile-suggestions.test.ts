import { expect, it } from 'vitest'
import { suggestVoices } from '../../../src/speech/voices/suggest-voices.ts'
import { nearestVoices, VOICES } from '../../../src/speech/voices/voice-catalogue.ts'
import { longestTurn } from '../../support/longest-turn.ts'

it.each([100, 500, 6_000])(
  'a text of %i characters pasted as a voice does not hold up the event loop',
  async (length) => {
    const typed = 'lorem ipsum dolor sit amet '.repeat(300).slice(0, length)
    const oneWord = 'x'.repeat(length)
    const suggest = () =>
      [typed, oneWord].map((text) => [suggestVoices(text.slice(0, 100), VOICES), nearestVoices(text)])
    for (let warm = 0; warm < 5; warm++) suggest()
    expect(await longestTurn(suggest)).toBeLessThan(10)
  },
)

it('a single endless word is compared with nothing', async () => {
  const suggest = () => suggestVoices('x'.repeat(6_000), VOICES)
  suggest()
  expect(await longestTurn(suggest)).toBeLessThan(10)
})
