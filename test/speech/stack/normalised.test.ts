import { afterAll, describe, expect, it } from 'vitest'
import { TARGET_LUFS } from '../../../src/audio/leveller.ts'
import { LectorError } from '../../../src/kernel/errors.ts'
import type { SpeechEngine, SpeechEvent } from '../../../src/speech/engine.ts'
import { createLocalEngine } from '../../../src/speech/engines/local/engine.ts'
import { PRESETS } from '../../../src/speech/engines/local/presets.ts'
import { loudnessOf } from '../../support/loudness.ts'
import { peakOf, rmsOf, samplesOf } from '../../support/sound.ts'
import { speakWhole } from '../../support/speech.ts'
import { normalised } from '../../support/stages.ts'

describe('normalised', () => {
  const local = createLocalEngine()
  afterAll(() => local.close())

  it('brings the twelve local voices, made uneven by 18 dB, within 1.5 LU of the target', async () => {
    const raw = uneven(local)
    const engine = normalised(raw)
    const before: number[] = []
    const after: number[] = []
    for (const { id: voice } of PRESETS) {
      before.push(loudnessOf((await speakWhole(raw, { text: FIRST, voice })).pcm))
      await speakWhole(engine, { text: FIRST, voice })
      const { pcm } = await speakWhole(engine, { text: SECOND, voice })
      after.push(loudnessOf(pcm))
      expect(peakOf(pcm)).toBeLessThanOrEqual(32_000)
    }
    for (const lufs of after) expect(Math.abs(lufs - TARGET_LUFS)).toBeLessThan(1.5)
    expect(Math.max(...before) - Math.min(...before)).toBeGreaterThan(12)
  }, 60_000)

  it('sets the gain of a known voice from the first piece on', async () => {
    const engine = normalised(tone(1_000))
    const first = await speakWhole(engine, { text: 'a' })
    const second = await speakWhole(engine, { text: 'a' })
    // The first time, its first piece of 100 ms says most of it.
    expect(peakOf(first.chunks[0]!)).toBeGreaterThan(2_000)
    expect(peakOf(second.chunks[0]!)).toBeGreaterThan(4_000)
  })

  it.each([-34, -28, -14, -10])('brings a single word of an unknown voice of %i LUFS near the target', async (lufs) => {
    const word = await speakWhole(local, { text: 'No.', voice: 'Serena' })
    const gain = 10 ** ((lufs + 20) / 20)
    const engine = normalised({
      ...tone(1),
      async *speak() {
        yield { kind: 'audio', pcm: scaled(word.pcm, gain) }
        yield { kind: 'end', receipt: { engine: 'local', model: 'hum', characters: 0 } }
      },
    })
    const { pcm } = await speakWhole(engine, { text: 'No.' })
    // As loud as it is at -20 LUFS, within what 300 ms can tell.
    expect(Math.abs(20 * Math.log10(rmsOf(samplesOf(pcm)) / rmsOf(samplesOf(word.pcm))))).toBeLessThan(3)
  })

  it.each([-34, -28, -14, -10])('an unknown voice of %i LUFS does not swell by more than 3 dB', async (lufs) => {
    const gain = 10 ** ((lufs + 20) / 20)
    const said = await speakWhole(local, { text: SECOND, voice: 'Serena' })
    const engine = normalised({
      ...tone(1),
      async *speak() {
        for (const pcm of said.chunks) yield { kind: 'audio', pcm: scaled(pcm, gain) }
        yield { kind: 'end', receipt: { engine: 'local', model: 'hum', characters: 0 } }
      },
    })
    const { pcm } = await speakWhole(engine, { text: SECOND })
    expect(Math.abs(loudnessOf(pcm) - TARGET_LUFS)).toBeLessThan(3)
    const gains = gainsOf(scaled(said.pcm, gain), pcm)
    expect(Math.max(...gains) - Math.min(...gains)).toBeLessThan(3.3)
  })

  it.each([
    ['a shout after whispers', ['whispering', 'whispering', 'shouting', 'shouting']],
    ['a whisper after shouts', ['shouting', 'shouting', 'whispering', 'whispering']],
    ['styles one after the other', ['slowly', 'excited', 'quietly', 'angry', 'sad']],
  ])(
    '%s is as loud as it should be, whoever speaks',
    async (_, styles) => {
      const engine = normalised(local)
      for (const voice of ['Serena', 'Ethan']) {
        await speakWhole(engine, { text: FIRST, voice })
        for (const style of styles) {
          const { pcm } = await speakWhole(engine, { text: SECOND, voice, style })
          const target = /whisper|quiet/.test(style) ? TARGET_LUFS - 3 : TARGET_LUFS
          expect(Math.abs(loudnessOf(pcm) - target), `${voice} ${style}`).toBeLessThan(1.5)
        }
      }
    },
    60_000,
  )

  it('lets a new voice begin with what the other voices of the engine needed', async () => {
    const engine = normalised(tone(1_000))
    await speakWhole(engine, { text: 'a', voice: 'Serena' })
    expect(peakOf((await speakWhole(engine, { text: 'a', voice: 'Ethan' })).chunks[0]!)).toBeGreaterThan(4_000)
  })

  it('keeps what a style does apart from the plain voice', async () => {
    const quiet = tone(500)
    const engine = normalised({
      ...tone(4_000),
      speak: (utterance, signal) => (utterance.style ? quiet : tone(4_000)).speak(utterance, signal),
    })
    await speakWhole(engine, { text: 'a' })
    const plain = await speakWhole(engine, { text: 'a' })
    for (let i = 0; i < 3; i++) await speakWhole(engine, { text: 'a', style: 'whispering' })
    expect(peakOf((await speakWhole(engine, { text: 'a' })).pcm)).toBeCloseTo(peakOf(plain.pcm), -2)
  })

  it('ends speech that breaks off without a click, and passes the failure on', async () => {
    const cut = new LectorError('speech.cut', { engine: 'local' }, 'cut', { retryable: true })
    const engine = normalised(tone(8_000, cut))
    const chunks: Buffer[] = []
    const spoken = (async () => {
      for await (const event of engine.speak({ text: 'a', voice: 'Serena', language: 'en' }, never())) {
        if (event.kind === 'audio') chunks.push(event.pcm)
      }
    })()
    await expect(spoken).rejects.toBe(cut)
    const samples = samplesOf(Buffer.concat(chunks))
    expect(samples.length).toBe(24_000)
    expect(Math.abs(samples.at(-1)!)).toBeLessThan(200)
  })

  it('passes notices and the receipt on, the receipt last', async () => {
    const { notices, receipt } = await speakWhole(normalised(local), { text: FIRST, voice: 'Nobody' })
    expect(notices.map(({ code }) => code)).toEqual(['voice-replaced'])
    expect(receipt?.engine).toBe('local')
  })
})

const FIRST = 'Good morning everyone, and welcome back to our little evening show.'
const SECOND =
  'The captain asked for a glass of water. Nobody knows where the treasure is hidden. We are going to the beach.'
const never = () => new AbortController().signal

/** The engine with each of its voices at another level, from a quarter to twice of what it was. */
function uneven(engine: SpeechEngine): SpeechEngine {
  return {
    ...engine,
    async *speak(utterance, signal): AsyncGenerator<SpeechEvent> {
      const place = engine.voices().findIndex(({ id }) => id === utterance.voice)
      const gain = 0.25 * 8 ** (place / (engine.voices().length - 1))
      for await (const event of engine.speak(utterance, signal)) {
        if (event.kind !== 'audio') yield event
        else yield { kind: 'audio', pcm: scaled(event.pcm, gain) }
      }
    },
  }
}

function scaled(pcm: Buffer, gain: number): Buffer {
  const output = Buffer.alloc(pcm.length)
  for (let at = 0; at < pcm.length; at += 2) {
    const value = Math.round(pcm.readInt16LE(at) * gain)
    output.writeInt16LE(Math.max(-32_768, Math.min(32_767, value)), at)
  }
  return output
}

/** The gain of each 100 ms that is loud enough to tell, in dB. */
function gainsOf(before: Buffer, after: Buffer): number[] {
  const [from, to] = [samplesOf(before), samplesOf(after)]
  const width = 2_400
  const loud = rmsOf(from) / 2
  return Array.from({ length: Math.floor(from.length / width) }, (_, at) => {
    const [a, b] = [from, to].map((samples) => rmsOf(samples.subarray(at * width, (at + 1) * width)))
    return a! < loud ? Number.NaN : 20 * Math.log10(b! / a!)
  }).filter((gain) => !Number.isNaN(gain))
}

/** An engine that hums for a second at this peak, and then ends or fails. */
function tone(peak: number, failure?: Error): SpeechEngine {
  return {
    id: 'local',
    voices: () => [],
    async *speak(): AsyncGenerator<SpeechEvent> {
      for (let piece = 0; piece < 10; piece++) {
        const samples = Int16Array.from({ length: 2_400 }, (_, i) =>
          Math.round(peak * Math.cos((2 * Math.PI * 300 * (piece * 2_400 + i)) / 24_000)),
        )
        yield { kind: 'audio', pcm: Buffer.from(samples.buffer) }
      }
      if (failure) throw failure
      yield { kind: 'end', receipt: { engine: 'local', model: 'hum', characters: 0 } }
    },
    close: async () => {},
  }
}
