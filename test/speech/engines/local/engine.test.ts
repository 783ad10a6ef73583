import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLocalEngine } from '../../../../src/speech/engines/local/engine.ts'
import { createRecogniser, type Recogniser } from '../../../support/recogniser.ts'
import { SENTENCES } from '../../../support/sentences.ts'
import { peakOf, pitchOf, samplesOf, speechLevelOf } from '../../../support/sound.ts'
import { speakWhole } from '../../../support/speech.ts'

const RATE = 24_000
const engine = createLocalEngine()
let ear: Recogniser

beforeAll(async () => {
  ;[ear] = await Promise.all([createRecogniser(), engine.warm?.()])
})
afterAll(async () => {
  ear.close()
  await engine.close()
})

describe('the local voice', () => {
  it('is understood in every preset, at one loudness, never clipped, and begins at once', async () => {
    const perPreset = 3
    let right = 0
    for (const [i, voice] of engine.voices().entries()) {
      const spoken: Buffer[] = []
      for (let j = i * perPreset; j < (i + 1) * perPreset; j++) {
        const { text, decoy } = SENTENCES[j % SENTENCES.length]!
        const { pcm } = await speakWhole(engine, { text, voice: voice.id })
        const heard = ear.hear(pcm, RATE, [text, decoy, ...othersThan(j)])
        expect(heard, voice.id).not.toBe(decoy)
        if (heard === text) right++
        spoken.push(pcm)
        const audible = peakOf(pcm) / 100
        const onset = samplesOf(pcm).findIndex((value) => Math.abs(value) > audible)
        expect(onset / RATE, `${voice.id}: seconds before the first sound`).toBeLessThan(0.02)
      }
      const all = Buffer.concat(spoken)
      expect(peakOf(all), voice.id).toBeLessThan(32_000)
      expect(Math.abs(20 * Math.log10(speechLevelOf(all, RATE) / 3_700)), `${voice.id}: dB off`).toBeLessThan(2)
    }
    expect(right / (engine.voices().length * perPreset)).toBeGreaterThanOrEqual(0.9)
  }, 60_000)

  it('gives its presets different voices', async () => {
    const text = 'The train to London leaves at seven, and we are going to the beach.'
    const pitch = async (voice: string) => pitchOf((await speakWhole(engine, { text, voice })).pcm, RATE)
    const expected = { Chelsie: 253, Cherry: 205, Serena: 168, Dylan: 179, Kai: 130, Arthur: 99, Neil: 134, Roy: 95 }
    for (const [voice, hertz] of Object.entries(expected)) {
      const measured = await pitch(voice)
      expect(measured / hertz, `${voice}: ${measured} Hz`).toBeGreaterThan(0.88)
      expect(measured / hertz, `${voice}: ${measured} Hz`).toBeLessThan(1.12)
    }
  })

  it('speaks 24 kHz in chunks of at most 200 ms and ends with a receipt that costs nothing', async () => {
    const { chunks, receipt, notices } = await speakWhole(engine, { text: 'Good morning everyone, and welcome back.' })
    expect(chunks.length).toBeGreaterThan(10)
    for (const chunk of chunks) {
      expect(chunk.length).toBeGreaterThan(0)
      expect(chunk.length % 2).toBe(0)
      expect(chunk.length / 2 / RATE).toBeLessThanOrEqual(0.2)
    }
    expect(receipt).toEqual({ engine: 'local', model: 'flite', characters: 0 })
    expect(notices).toEqual([])
  })

  it('uses the whole band, so sibilants are heard', async () => {
    const { pcm } = await speakWhole(engine, { text: 'She sells six fresh fish.' })
    expect(shareAbove(4_000, pcm)).toBeGreaterThan(0.02)
  })

  it('pauses about 200 ms between sentences', async () => {
    const { pcm } = await speakWhole(engine, { text: 'Good morning. Welcome back.' })
    const pauses = silencesIn(pcm).filter((ms) => ms > 100)
    expect(pauses).toHaveLength(2)
    for (const ms of pauses) expect(ms).toBeGreaterThan(150)
    for (const ms of pauses) expect(ms).toBeLessThan(320)
  })

  it('fades in and out, so that no piece clicks', async () => {
    const { pcm } = await speakWhole(engine, { text: 'All apples. Our umbrella. Eleven.', voice: 'Arthur' })
    const samples = samplesOf(pcm)
    const peak = peakOf(pcm)
    expect(Math.abs(samples[0]!)).toBeLessThan(peak * 0.01)
    for (let i = 3; i < samples.length; i++) {
      const fromSilence = samples.subarray(i - 3, i).every((value) => value === 0)
      if (fromSilence) expect(Math.abs(samples[i]!)).toBeLessThan(peak * 0.02)
    }
  })

  it('obeys the speed', async () => {
    const text = 'Remember to bring your umbrella tonight, because the weather will be cold.'
    const length = async (speed: number) => (await speakWhole(engine, { text, speed })).pcm.length
    const [slow, plain, fast] = [await length(0.7), await length(1), await length(1.5)]
    expect(slow / plain).toBeGreaterThan(1.3)
    expect(slow / plain).toBeLessThan(1.55)
    expect(plain / fast).toBeGreaterThan(1.35)
    expect(plain / fast).toBeLessThan(1.65)
  })

  it('follows the styles it understands, and says when it does not', async () => {
    const text = 'Nobody knows where the treasure is hidden.'
    const plain = await speakWhole(engine, { text })
    const whisper = await speakWhole(engine, { text, style: 'whisper like a ghost' })
    const slow = await speakWhole(engine, { text, style: '请说得慢一点' })
    const deep = await speakWhole(engine, { text, style: 'in a deep voice' })
    const opera = await speakWhole(engine, { text, style: 'as an opera singer would' })
    expect(speechLevelOf(whisper.pcm, RATE)).toBeLessThan(0.6 * speechLevelOf(plain.pcm, RATE))
    expect(slow.pcm.length).toBeGreaterThan(1.15 * plain.pcm.length)
    expect(pitchOf(deep.pcm, RATE)).toBeLessThan(0.9 * pitchOf(plain.pcm, RATE))
    expect([...whisper.notices, ...slow.notices, ...deep.notices]).toEqual([])
    expect(opera.pcm.equals(plain.pcm)).toBe(true)
    expect(opera.notices).toEqual([{ code: 'style-ignored', engine: 'local', model: 'flite' }])
  })

  it('stands in for cloud voices without a word, and names the preset it takes for a stranger', async () => {
    const text = 'Good morning.'
    const dolce = await speakWhole(engine, { text, voice: 'Dolce' })
    expect(dolce.notices).toEqual([])
    const kai = await speakWhole(engine, { text, voice: 'Kai' })
    expect(dolce.pcm.equals(kai.pcm)).toBe(true)
    const stranger = await speakWhole(engine, { text, voice: 'my-own-voice' })
    const [notice] = stranger.notices
    if (notice?.code !== 'voice-replaced') throw new Error('Expected the notice voice-replaced')
    expect(engine.voices().map(({ id }) => id)).toContain(notice.by)
    expect(stranger.pcm.equals((await speakWhole(engine, { text, voice: notice.by })).pcm)).toBe(true)
  })

  it('refuses what it cannot pronounce, and makes no sound of it', async () => {
    for (const text of [
      '今天天气很好。',
      'Привет, как дела?',
      'ありがとう',
      '안녕하세요',
      'مرحبا',
      '🎉🎉',
      '...',
      '?!',
    ]) {
      await expect(speakWhole(engine, { text }), text).rejects.toMatchObject({
        code: 'speech.unpronounceable',
        retryable: false,
      })
    }
  })

  it('reads accents, typographic signs, emoji and control characters as if they were plain', async () => {
    const plain = await speakWhole(engine, { text: "It's a nice cafe." })
    for (const text of ['It’s a nice café.', 'It\u2019s a ni\u00adce cafe\u0301.', 'Ｉｔ’ｓ a\u0000nice\tcafe 🎉.']) {
      const fancy = await speakWhole(engine, { text })
      expect(Math.abs(fancy.pcm.length - plain.pcm.length) / 48, text).toBeLessThan(100)
    }
  })
})

it('silence and noise are no sentence to the recogniser', () => {
  const sentences = SENTENCES.map(({ text }) => text)
  expect(ear.hear(Buffer.alloc(RATE * 4), RATE, sentences)).toBe('')
  let state = 1
  const noise = Int16Array.from({ length: RATE * 2 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    return state >> 18
  })
  expect(ear.hear(Buffer.from(noise.buffer), RATE, sentences)).toBe('')
})

/** Four other sentences and their decoys. */
function othersThan(index: number): string[] {
  return Array.from({ length: 4 }, (_, i) => SENTENCES[(index + i + 1) % SENTENCES.length]!).flatMap((sentence) => [
    sentence.text,
    sentence.decoy,
  ])
}

/** The share of a sound's power above a frequency, by the difference to a steep running mean. */
function shareAbove(frequency: number, pcm: Buffer): number {
  const samples = samplesOf(pcm)
  const width = Math.round(RATE / frequency)
  let high = 0
  let all = 0
  for (let i = width; i < samples.length; i++) {
    let mean = 0
    for (let j = 0; j < width; j++) mean += samples[i - j]! / width
    high += (samples[i - (width >> 1)]! - mean) ** 2
    all += samples[i]! ** 2
  }
  return high / all
}

/** The stretches of silence, in milliseconds. */
function silencesIn(pcm: Buffer): number[] {
  const threshold = peakOf(pcm) / 150
  const stretches: number[] = []
  let run = 0
  for (const value of [...samplesOf(pcm), Number.POSITIVE_INFINITY]) {
    if (Math.abs(value) < threshold) run++
    else {
      stretches.push((run / RATE) * 1000)
      run = 0
    }
  }
  return stretches
}
