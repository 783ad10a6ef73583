import { DECODED_SAMPLE_RATE, openOpusDecoder } from '@lector/loopback-discord'
import { FRAME_BYTES, SAMPLE_RATE } from '../src/audio/format.ts'
import { OpusEncoder } from '../src/audio/opus.ts'
import { createResampler } from '../src/audio/resample.ts'
import { createLocalEngine } from '../src/speech/engines/local/engine.ts'
import { bandLevel, bursts, preEchoes } from '../test/support/bursts.ts'
import { createRecogniser } from '../test/support/recogniser.ts'
import { SENTENCES } from '../test/support/sentences.ts'
import type { Bench } from './support/bench.ts'
import { inTurns } from './support/rounds.ts'
import { median, round } from './support/statistics.ts'

const COMPLEXITIES = [0, 1, 3, 5, 8, 10]
const VOICES = ['Cherry', 'Ethan', 'Serena', 'Dylan']
const WHAT = 'Opus at 64 kb/s, by complexity'

/**
 * Whether a cheaper encoder is heard: words that a recogniser gets right among near misses, signal to noise, the noise
 * that transients have before them, which averages do not show, and whether high sounds are kept.
 */
export const complexity: Bench = {
  name: 'complexity',
  async *run({ quick }) {
    const spoken = await speakAll(quick ? 1 : VOICES.length, quick ? 2 : SENTENCES.length)
    const pcm = Buffer.concat(spoken.map(({ pcm }) => pcm)).subarray(0, 500 * FRAME_BYTES)
    const encoders = new Map<string, OpusEncoder>()
    for (const complexity of COMPLEXITIES) encoders.set(`c${complexity}`, await OpusEncoder.open({ complexity }))
    const times = await inTurns(
      Object.fromEntries(
        [...encoders].map(([name, encoder]) => [
          name,
          () => {
            for (const _ of encoder.encode(pcm));
          },
        ]),
      ),
      quick ? 1 : 11,
    )

    const sharpSound = bursts(40)
    const sharpBand = bandLevel(samplesOf(sharpSound.pcm), SAMPLE_RATE, 8_000, 11_500)
    const recogniser = await createRecogniser()
    const right = (sound: readonly Buffer[], rate: number) =>
      spoken.filter(({ index }, at) => recogniser.hear(sound[at]!, rate, candidates(index)) === SENTENCES[index]!.text)
        .length
    const of = spoken.length
    const uncoded = right(
      spoken.map(({ pcm }) => pcm),
      SAMPLE_RATE,
    )
    yield { what: WHAT, how: 'uncoded', values: { 'sentences right': `${uncoded} of ${of}` } }
    for (const complexity of COMPLEXITIES) {
      const decoded: Buffer[] = []
      for (const { pcm } of spoken) decoded.push(await throughOpus(pcm, complexity))
      const sharp = await throughOpus(sharpSound.pcm, complexity)
      const noise = decoded.map((sound, at) => noiseIn(sound, spoken[at]!.pcm))
      yield {
        what: WHAT,
        how: `complexity ${complexity}`,
        values: {
          'µs a frame': round(((times[`c${complexity}`] ?? Number.NaN) * 1_000) / (pcm.length / FRAME_BYTES), 1),
          'sentences right': `${right(decoded, DECODED_SAMPLE_RATE)} of ${of}`,
          'SNR dB': round(median(noise.map(({ whole }) => whole)), 1),
          'SNR by moments dB': round(median(noise.map(({ moments }) => moments)), 1),
          'before bursts dB': round(median(preEchoes(samplesOf(sharp), sharpSound, 3, 8)), 1),
          '8-11.5 kHz dB': round(bandLevel(samplesOf(sharp), DECODED_SAMPLE_RATE, 8_000, 11_500) - sharpBand, 1),
        },
      }
    }
    recogniser.close()
    for (const encoder of encoders.values()) encoder.close()
  },
}

interface Spoken {
  readonly index: number
  readonly pcm: Buffer
}

async function speakAll(voices: number, sentences: number): Promise<Spoken[]> {
  const engine = createLocalEngine()
  const spoken: Spoken[] = []
  for (const voice of VOICES.slice(0, voices)) {
    for (const [index, { text }] of SENTENCES.slice(0, sentences).entries()) {
      const pieces: Buffer[] = []
      for await (const event of engine.speak({ text, voice, language: 'en' }, new AbortController().signal)) {
        if (event.kind === 'audio') pieces.push(event.pcm)
      }
      spoken.push({ index, pcm: Buffer.concat(pieces) })
    }
  }
  await engine.close()
  return spoken
}

/** The sentence, its near miss, and four others with theirs. */
function candidates(index: number): string[] {
  return Array.from({ length: 5 }, (_, step) => SENTENCES[(index + step * 5) % SENTENCES.length]!).flatMap(
    ({ text, decoy }) => [text, decoy],
  )
}

async function throughOpus(pcm: Buffer, complexity: number): Promise<Buffer> {
  const encoder = await OpusEncoder.open({ complexity })
  const decoder = await openOpusDecoder()
  const sound = Array.from(encoder.encode(pcm), (packet) => {
    const samples = decoder.decode(packet)
    return Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)
  })
  encoder.close()
  decoder.close()
  return Buffer.concat(sound)
}

/** libopus looks ahead 2.5 ms at any rate. */
const LOOKAHEAD = (DECODED_SAMPLE_RATE * 2.5) / 1000
const MOMENT = DECODED_SAMPLE_RATE / 50

/** Signal to noise in dB: of the whole, and the mean over the spoken moments of 20 ms, where quiet ones count as much. */
function noiseIn(decoded: Buffer, original: Buffer): { readonly whole: number; readonly moments: number } {
  const resampler = createResampler(SAMPLE_RATE, DECODED_SAMPLE_RATE)
  const wanted = Buffer.concat([resampler.push(original), resampler.flush()])
  const length = Math.min(wanted.length, decoded.length) / 2 - LOOKAHEAD
  let [signal, noise, sum, count] = [0, 0, 0, 0]
  for (let start = 0; start + MOMENT <= length; start += MOMENT) {
    let [here, off] = [0, 0]
    for (let i = start; i < start + MOMENT; i++) {
      const sample = wanted.readInt16LE(2 * i)
      here += sample ** 2
      off += (decoded.readInt16LE(2 * (i + LOOKAHEAD)) - sample) ** 2
    }
    signal += here
    noise += off
    if (here < MOMENT * QUIET ** 2) continue
    sum += decibels(here, off)
    count += 1
  }
  return { whole: decibels(signal, noise), moments: sum / count }
}

/** About -50 dBFS. */
const QUIET = 100

function samplesOf(pcm: Buffer): Int16Array {
  return new Int16Array(Uint8Array.from(pcm).buffer)
}

function decibels(signal: number, noise: number): number {
  return 10 * Math.log10(signal / (noise || 1))
}
