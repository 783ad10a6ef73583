import { expect, it } from 'vitest'
import { composeEngine } from '../../../src/speech/stack/compose.ts'
import { scriptedEngine, tonesOf } from '../../support/scripted-engine.ts'
import { speakWhole } from '../../support/speech.ts'
import { normalised } from '../../support/stages.ts'

const english = scriptedEngine('local', tonesOf('local'))
const others = scriptedEngine('espeak', tonesOf('espeak'))

it.each([
  ['en', english],
  ['de', others],
] as const)('speech in %s is brought to one loudness once', async (language, engine) => {
  const composed = composeEngine({ services: [], free: english, freeOthers: others, limitOf: () => 1_000 })
  const alone = normalised(engine)
  for (const text of ['Ready to go.', 'And once more.']) {
    const { pcm } = await speakWhole(composed, { text, language })
    expect(pcm.equals((await speakWhole(alone, { text, language })).pcm)).toBe(true)
  }
})
