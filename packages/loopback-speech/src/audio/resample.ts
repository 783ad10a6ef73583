import { SAMPLE_RATE } from './pcm.ts'

/** The same sound at another sample rate, piece by piece, by linear interpolation: enough for tones and for speech. */
export async function* resample(sound: AsyncIterable<Buffer>, rate: number): AsyncGenerator<Buffer> {
  if (rate === SAMPLE_RATE) {
    yield* sound
    return
  }
  const step = SAMPLE_RATE / rate
  // The last sample of the piece before, so that no join clicks.
  let last = 0
  // Where the next output sample lies, in input samples after `last`.
  let position = 1
  for await (const pcm of wholeSamples(sound)) {
    const count = pcm.length / 2
    const sampleAt = (index: number) => (index === 0 ? last : pcm.readInt16LE((index - 1) * 2))
    const output: number[] = []
    for (; position < count; position += step) {
      const before = Math.floor(position)
      const share = position - before
      output.push(Math.round(sampleAt(before) * (1 - share) + sampleAt(before + 1) * share))
    }
    position -= count
    last = sampleAt(count)
    if (output.length > 0) yield Buffer.from(Int16Array.from(output).buffer)
  }
  if (position < 0.5) yield Buffer.from(Int16Array.of(last).buffer)
}

/** Pieces that end between two samples. */
async function* wholeSamples(sound: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let odd: Buffer = Buffer.alloc(0)
  for await (const bytes of sound) {
    const joined = odd.length === 0 ? bytes : Buffer.concat([odd, bytes])
    const whole = joined.length - (joined.length % 2)
    odd = joined.subarray(whole)
    if (whole > 0) yield joined.subarray(0, whole)
  }
}
