import { DECODED_SAMPLE_RATE } from '@lector/loopback-discord'
import { afterEach, describe, expect, it } from 'vitest'
import { createResampler } from '../../src/audio/resample.ts'
import { loudnessOf } from '../support/loudness.ts'
import { SENTENCES } from '../support/sentences.ts'
import { peakOf } from '../support/sound.ts'
import { Stage } from '../support/stage.ts'

interface Wish {
  readonly voice: string
  readonly style?: string
}

const plain = (voice: string): Wish => ({ voice })
const styled = (style: string, voice = 'Serena'): Wish => ({ voice, style })

describe('what Mia hears of the real bot', () => {
  let stage: Stage | undefined
  afterEach(async () => {
    await stage?.close()
    stage = undefined
  })

  it.each<[string, Wish[]]>([
    [
      'a shout after three whispers',
      [
        plain('Serena'),
        ...Array(3).fill(styled('whispering')),
        styled('shouting'),
        styled('shouting'),
        styled('whispering'),
      ],
    ],
    [
      "Tom's shout after Mia's whispers",
      [plain('Serena'), styled('whispering'), styled('whispering'), styled('shouting', 'Ethan')],
    ],
    ['a whisper after shouts', [plain('Serena'), styled('shouting'), styled('shouting'), styled('whispering')]],
    [
      'eight styles in turn',
      ['whispering', 'shouting', 'slowly', 'quietly', 'excited', 'sad', 'angry', 'deep'].flatMap((style) => [
        styled(style, 'Cherry'),
        styled(style, 'Cherry'),
      ]),
    ],
    [
      'twelve sentences of voices that were never heard',
      ['Cherry', 'Serena', 'Ethan', 'Kai', 'Roy', 'Neil'].map(plain),
    ],
  ])(
    '%s: within 1.5 LU of its loudness, and 2.5 the first time',
    async (_, wishes) => {
      // Without a service, the local voices speak.
      stage = await Stage.open({}, { environment: { DASHSCOPE_API_KEY: undefined } })
      await stage.enter('mia', 'lounge')
      const heard: string[] = []
      const errors: number[] = []
      for (const [index, { voice, style }] of wishes.entries()) {
        stage.forget('mia')
        const text = `${SENTENCES[index]!.text}, and a few more words to be sure.`
        await stage.command('mia', 'say', { text, voice, ...(style && { style }) })
        const { pcm } = await stage.listen('mia')
        const resampler = createResampler(DECODED_SAMPLE_RATE, 24_000)
        const lufs = loudnessOf(Buffer.concat([resampler.push(pcm), resampler.flush()]))
        const target = /whisper|quiet/.test(style ?? '') ? -23 : -20
        errors.push(lufs - target)
        heard.push(
          `${voice} ${style ?? 'plain'} ${lufs.toFixed(1)} (${(20 * Math.log10(peakOf(pcm) / 32_768)).toFixed(1)})`,
        )
      }
      console.log(heard.join('; '))
      const known = new Set<string>()
      for (const [index, error] of errors.entries()) {
        const key = JSON.stringify(wishes[index])
        // The first utterance of an unknown voice and style starts from an estimate.
        expect(Math.abs(error), heard[index]).toBeLessThan(known.has(key) ? 1.5 : 2.5)
        known.add(key)
      }
    },
    300_000,
  )
})
