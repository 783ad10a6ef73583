import { frameLevels } from '@lector/loopback-discord'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PRESETS } from '../../src/speech/engines/local/presets.ts'
import { SENTENCES } from '../support/sentences.ts'
import { Stage } from '../support/stage.ts'

describe('through the real bot, Discord and a listener', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await Stage.open()
    await stage.enter('mia', 'lounge')
  })
  afterAll(() => stage?.close())

  /** The errors of the speech that Mia hears, in dB by frame. */
  const say = async (text: string, voice: string) => {
    stage.forget('mia')
    await stage.command('mia', 'say', { text, voice })
    const { frames } = await stage.listen('mia')
    const { pcm } = stage.sandbox.speech.requests.at(-1)!
    return frameLevels(new Int16Array(Uint8Array.from(pcm).buffer), frames)
  }

  it('84 first words are as loud as the service made them', async () => {
    // The second time, the gain of a voice no longer moves.
    for (const { id } of PRESETS) await say(`${SENTENCES[0]!.text}, says ${id}.`, id)
    const errors: number[] = []
    for (const [index, { id }] of PRESETS.entries()) {
      for (let turn = 0; turn < 7; turn++) {
        const words = SENTENCES[(index + turn) % SENTENCES.length]!.text.split(' ')
        const levels = await say(`${words.slice(0, 3).join(' ')} ${turn}.`, id)
        errors.push(...levels.filter((level) => level.index < 5).map(({ error }) => error))
      }
    }
    expect(summary('first words', errors).p95).toBeLessThan(1)
    expect(Math.min(...errors)).toBeGreaterThan(-3)
  }, 900_000)

  it('speech goes on as loud as it was after 12 stalls of the service', async () => {
    const errors: number[] = []
    for (const [index, { id }] of PRESETS.entries()) {
      await stage.sandbox.faults.cause('speech-stalled', { after: 2, duration: 1_500, times: 1 })
      errors.push(...(await say(`${SENTENCES[index]!.text}, after a stall.`, id)).map(({ error }) => error))
    }
    expect(summary('with stalls', errors).p95).toBeLessThan(1.5)
    expect(Math.min(...errors)).toBeGreaterThan(-4)
  }, 300_000)
})

function summary(name: string, errors: readonly number[]) {
  const sizes = errors.map(Math.abs).sort((a, b) => a - b)
  const at = (share: number) => sizes[Math.floor(share * (sizes.length - 1))]!
  const p95 = at(0.95)
  console.log(
    `${name}: ${errors.length} frames, median ${at(0.5).toFixed(2)}, 95 % ${p95.toFixed(2)}, worst ${Math.min(...errors).toFixed(2)} dB`,
  )
  return { p95 }
}
