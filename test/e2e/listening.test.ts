import { DECODED_SAMPLE_RATE } from '@lector/loopback-discord'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRecogniser, type Recogniser } from '../support/recogniser.ts'
import { SENTENCES } from '../support/sentences.ts'
import { Stage } from '../support/stage.ts'

const VOICES = ['Cherry', 'Ethan', 'Serena', 'Kai']
const CANDIDATES = SENTENCES.flatMap(({ text, decoy }) => [text, decoy])

describe('a member who listens', () => {
  let stage: Stage
  let recogniser: Recogniser
  beforeAll(async () => {
    ;[stage, recogniser] = await Promise.all([Stage.open(), createRecogniser()])
    await stage.enter('mia', 'lounge')
  })
  afterAll(async () => {
    recogniser?.close()
    await stage?.close()
  })

  it('understands what is said, in several voices, decrypted with her own keys', async () => {
    const spoken = SENTENCES.slice(0, 10).map(({ text }, index) => ({ text, voice: VOICES[index % VOICES.length]! }))
    const heard: string[] = []
    for (const { text, voice } of spoken) {
      stage.forget('mia')
      await stage.command('mia', 'say', { text, voice })
      const { pcm } = await stage.listen('mia')
      heard.push(recogniser.hear(pcm, DECODED_SAMPLE_RATE, CANDIDATES))
    }
    const right = heard.filter((sentence, index) => sentence === spoken[index]!.text)
    expect(heard).not.toContain('')
    expect(right.length / spoken.length).toBeGreaterThanOrEqual(0.9)
  }, 60_000)

  it('gets every frame in order, each encrypted end to end', async () => {
    stage.forget('mia')
    await stage.command('mia', 'say', { text: 'One sentence, and then another one. That makes three.' })
    const { utterances, frames } = await stage.listen('mia')
    const [utterance] = utterances
    const request = stage.sandbox.speech.requests.at(-1)!
    expect(utterances).toHaveLength(1)
    expect(utterance).toMatchObject({ lost: 0, unencrypted: 0, undecryptable: 0, timestampSteps: [960] })
    // Every 20 ms of what the speech service said, its last one padded, and nothing else but silence.
    expect(frames.filter(({ silence }) => !silence)).toHaveLength(Math.ceil(request.pcm.length / 960))
  })
})
