import { openOpusDecoder } from '@lector/loopback-discord'
import { afterAll, describe, expect, it } from 'vitest'
import { FRAME_BYTES } from '../../src/audio/format.ts'
import { OpusEncoder, SILENCE_PACKET } from '../../src/audio/opus.ts'
import { createResampler } from '../../src/audio/resample.ts'
import type { SpeechEngine, Utterance } from '../../src/speech/engine.ts'
import { createEspeakEngine } from '../../src/speech/engines/espeak/engine.ts'
import { findEspeak } from '../../src/speech/engines/espeak/find-espeak.ts'
import { createLocalEngine } from '../../src/speech/engines/local/engine.ts'
import { PRESETS } from '../../src/speech/engines/local/presets.ts'
import { SENTENCES } from '../support/sentences.ts'
import { rmsOf, samplesOf } from '../support/sound.ts'
import { speakWhole } from '../support/speech.ts'
import { normalised } from '../support/stages.ts'

const espeak = await findEspeak()
const FOREIGN: readonly Pick<Utterance, 'text' | 'language'>[] = [
  { language: 'de', text: 'Wir fahren morgen nach Hamburg.' },
  { language: 'fr', text: 'Bonjour tout le monde.' },
  { language: 'es', text: 'Hola, ¿cómo estás hoy?' },
  { language: 'it', text: 'Buongiorno a tutti.' },
  { language: 'pt', text: 'Bom dia, tudo bem?' },
  { language: 'ru', text: 'Сегодня хорошая погода.' },
  { language: 'ja', text: 'おはようございます。' },
  { language: 'ko', text: '안녕하세요, 반갑습니다.' },
  { language: 'zh', text: '今天天气很好。' },
  { language: 'en', text: 'Only a moment, please.' },
]

describe('each frame is as loud as the engine made it', () => {
  const local = createLocalEngine()
  afterAll(() => local.close())

  it(
    'with the local voice: 84 sentences, twelve voices',
    async () => {
      await expectLevels(
        normalised(local),
        PRESETS.flatMap(({ id }, at) =>
          SENTENCES.slice(at, at + 7).map(({ text }) => ({ text, voice: id, language: 'en' as const })),
        ),
      )
    },
    LONG,
  )

  it.skipIf(!espeak)(
    'with eSpeak NG: 80 sentences, ten languages',
    async () => {
      const voices = ['Cherry', 'Serena', 'Ethan', 'Kai', 'Ryan', 'Vivian', 'Dylan', 'Neil']
      await expectLevels(
        normalised(createEspeakEngine(espeak!)),
        FOREIGN.flatMap((one) => voices.map((voice) => ({ ...one, voice }))),
      )
    },
    LONG,
  )
})

const LONG = 300_000

/** Where the listeners' decoder hears five frames of silence: before the speech, and after so many frames of it. */
const STALLS = [0, 20, 33]

/** The first five frames after each silence, within half a decibel in 99 of 100, and none off by more than 1.5. */
async function expectLevels(engine: SpeechEngine, utterances: readonly Utterance[]): Promise<void> {
  expect(utterances.length).toBeGreaterThanOrEqual(80)
  const errors: number[] = []
  for (const utterance of utterances) {
    const { pcm } = await speakWhole(engine, utterance)
    for (const stall of STALLS) errors.push(...(await levelErrors(pcm, stall)))
  }
  const sizes = errors.map(Math.abs).sort((a, b) => a - b)
  const at = (share: number) => sizes[Math.floor(share * (sizes.length - 1))]!
  console.log(
    `${errors.length} frames: median ${at(0.5).toFixed(2)}, 95 % ${at(0.95).toFixed(2)}, 99 % ${at(0.99).toFixed(2)}, worst ${at(1).toFixed(2)} dB`,
  )
  expect(at(0.99)).toBeLessThan(0.5)
  expect(at(1)).toBeLessThan(1.5)
}

/** How much louder the audible ones of five frames come out of Opus, in dB. */
async function levelErrors(pcm: Buffer, stall: number): Promise<number[]> {
  const encoder = await OpusEncoder.open()
  const packets = [...encoder.encode(pcm), ...encoder.flush()]
  encoder.close()
  const decoder = await openOpusDecoder()
  for (const packet of packets.slice(0, stall)) decoder.decode(packet)
  for (let frame = 0; frame < 5; frame++) decoder.decode(SILENCE_PACKET)
  const decoded = packets.slice(stall, stall + 5).map((packet) => Float64Array.from(decoder.decode(packet)))
  decoder.close()
  // What the codec delays by 2.5 ms, at the rate of the listener.
  const resampler = createResampler(24_000, 48_000)
  const made = samplesOf(
    Buffer.concat([Buffer.alloc(CODEC_DELAY), resampler.push(pcm), resampler.flush(), Buffer.alloc(4 * FRAME_BYTES)]),
  )
  const whole = rmsOf(made)
  return decoded.flatMap((frame, index) => {
    // Where speech was cut, the first 2.5 ms lack what they share with the frame before.
    const from = index === 0 && stall > 0 ? OVERLAP : 0
    const level = rmsOf(frame.subarray(from))
    const wanted = rmsOf(made.subarray((stall + index) * SAMPLES + from, (stall + index + 1) * SAMPLES))
    return wanted < whole / 10 ? [] : [20 * Math.log10(level / wanted)]
  })
}

const SAMPLES = 960
const OVERLAP = 120
/** Bytes of 2.5 ms at 48 kHz. */
const CODEC_DELAY = 240
