import { DECODED_SAMPLE_RATE, frameLevels } from '@lector/loopback-discord'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRecogniser, type Recogniser } from '../support/recogniser.ts'
import { SENTENCES } from '../support/sentences.ts'
import { type Heard, Stage } from '../support/stage.ts'

const VOICES = ['Cherry', 'Ethan', 'Serena', 'Kai']
const CANDIDATES = SENTENCES.flatMap(({ text, decoy }) => [text, decoy])

interface Said {
  readonly text: string
  readonly heard: Heard
  /** What the speech service made of it: s16 mono, 24 kHz. */
  readonly made: Int16Array
}

describe('a member who listens', () => {
  let stage: Stage
  let recogniser: Recogniser
  const said: Said[] = []
  beforeAll(async () => {
    ;[stage, recogniser] = await Promise.all([Stage.open(), createRecogniser()])
    await stage.enter('mia', 'lounge')
    for (const [index, { text }] of SENTENCES.slice(0, 10).entries()) {
      stage.forget('mia')
      await stage.command('mia', 'say', { text, voice: VOICES[index % VOICES.length]! })
      const heard = await stage.listen('mia')
      const { pcm } = stage.sandbox.speech.requests.at(-1)!
      said.push({ text, heard, made: new Int16Array(Uint8Array.from(pcm).buffer) })
    }
  })
  afterAll(async () => {
    recogniser?.close()
    await stage?.close()
  })

  it('understands what is said, in several voices, decrypted with her own keys', () => {
    const heard = said.map(({ heard }) => recogniser.hear(heard.pcm, DECODED_SAMPLE_RATE, CANDIDATES))
    const right = heard.filter((sentence, index) => sentence === said[index]!.text)
    expect(heard).not.toContain('')
    expect(right.length / said.length).toBeGreaterThanOrEqual(0.9)
  })

  it('hears the first frames as loud as the speech service made them', () => {
    const errors = said
      .flatMap(({ made, heard }) => frameLevels(made, heard.frames).filter(({ index }) => index < 5))
      .map(({ error }) => Math.abs(error))
      .sort((a, b) => a - b)
    expect(errors.length).toBeGreaterThan(20)
    expect(errors.at(-1)).toBeLessThan(2)
    expect(errors[Math.floor(errors.length / 2)]).toBeLessThan(0.5)
  })

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
