import { describe, it } from 'vitest'
import { createEspeakEngine } from '../../src/speech/engines/espeak/engine.ts'
import { findEspeak } from '../../src/speech/engines/espeak/find-espeak.ts'
import { describeSpeechEngine } from './speech-engine.ts'

const espeak = await findEspeak()
if (espeak) {
  describeSpeechEngine('eSpeak NG', async () => {
    const engine = createEspeakEngine(espeak)
    return { engine, refused: { text: 'ᚠᚢᚦ', voice: 'Cherry', language: 'auto' }, close: () => engine.close() }
  })
} else {
  describe('eSpeak NG as a speech engine', () => {
    it.skip('is not installed on this machine: its contract was not checked', () => {})
  })
}
