import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runsOf } from '../../src/speech/engines/espeak/latin-runs.ts'
import { createLocalEngine } from '../../src/speech/engines/local/engine.ts'
import { writeSigns } from '../../src/speech/signs.ts'
import { createRecogniser, type Recogniser } from '../support/recogniser.ts'
import { speakWhole } from '../support/speech.ts'

const VOICES = ['Serena', 'Ethan', 'Kai']

describe('the English local voice, as a recogniser hears it', () => {
  const engine = createLocalEngine()
  let recogniser: Recogniser
  beforeAll(async () => {
    recogniser = await createRecogniser()
  })
  afterAll(async () => {
    recogniser?.close()
    await engine.close()
  })

  it.each([
    ['two kids & one dog', 'two kids and one dog', 'two kids ampersand one dog'],
    ['2 + 2 = 4', 'two plus two equals four', 'two two equals four'],
    ['open 24/7', 'open twenty four seven', 'open twenty four slash seven'],
    ['a 50/50 chance', 'a fifty fifty chance', 'a fifty slash fifty chance'],
    ['we are #1 today', 'we are number one today', 'we are hash one today'],
    ['it is 120 km away', 'it is one hundred twenty kilometers away', 'it is one hundred twenty k m away'],
    ['thx for the help', 'thanks for the help', 't h x for the help'],
    ['tea w/ milk', 'tea with milk', 'tea w slash milk'],
    ['3/4 of the people', 'three quarters of the people', 'three slash four of the people'],
  ])('%j is heard as "%s"', async (text, said, wrong) => {
    for (const voice of VOICES) {
      const { pcm } = await speakWhole(engine, { text, voice })
      expect(recogniser.hear(pcm, 24_000, [said, wrong, 'something else was said']), voice).toBe(said)
    }
  })
})

const espeak = async (voice: string, text: string) =>
  (await promisify(execFile)('espeak-ng', ['-q', '-x', '-v', voice, text])).stdout.replaceAll(/\s+/g, ' ').trim()
const isThere = await espeak('en-us', 'a').then(
  () => true,
  () => false,
)

/** eSpeak's names of the languages' voices. Debian's has no sounds for most Chinese characters, these among them. */
const VOICE_OF = { de: 'de', fr: 'fr', es: 'es', it: 'it', pt: 'pt-br', ru: 'ru', ja: 'ja', ko: 'ko' }

describe.skipIf(!isThere)('eSpeak NG, by its phonemes', () => {
  it.each(Object.entries(VOICE_OF))('%s says each sign in its own language', async (language, voice) => {
    for (const text of ['5 & 3', '2 + 2 = 4', '24/7', '3/4', '50/50', '#1', '~5']) {
      const said = await espeak(voice, writeSigns(text, language))
      // A sign that it does not know is said in English, which it marks.
      expect(said, `${text}: ${said}`).not.toMatch(/\(en\)|sl'aS|sla..S|B'aRR2a|b'aR\*a|ampers/)
    }
  })

  it('Japanese names are said as words, and nothing is spelled', async () => {
    for (const text of ['Ana says: こんにちは', 'Yuki, answering Tom: はい', 'Discordで']) {
      const runs = runsOf(text, 'ja')
      const said = await Promise.all(runs.map(({ text, language }) => espeak(language === 'en' ? 'en-us' : 'ja', text)))
      const latin = said[runs.findIndex(({ language }) => language === 'en')]!
      // Spelled letters are words of their own: there are no more words than were written.
      expect(latin.split(' ').length, latin).toBeLessThanOrEqual(text.match(/[a-z]+/gi)!.length)
      expect(said.filter((_, at) => runs[at]!.language === 'ja').join(' ')).not.toContain('(en)')
    }
  })
})
