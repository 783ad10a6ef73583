import type { HeardFrame } from '../../src/listener/recording.ts'
import { encodeFrames, FRAME_MS, SAMPLE_RATE, SILENCE_PACKET } from '../opus.ts'

/** Words that nobody ever said: voiced stretches whose pitch and colour wander, with breath and pauses. s16, 24 kHz. */
export function babble(seconds: number, seed: number): Int16Array {
  const random = seeded(seed)
  const samples = new Int16Array(seconds * SAMPLE_RATE)
  let phase = 0
  for (let word = 0; word < samples.length; ) {
    const length = Math.round((0.12 + 0.2 * random()) * SAMPLE_RATE)
    const [from, to] = [100 + 120 * random(), 100 + 120 * random()]
    const colour = Array.from({ length: 20 }, () => random() ** 2)
    for (let index = 0; index < length && word + index < samples.length; index++) {
      phase += (2 * Math.PI * (from + ((to - from) * index) / length)) / SAMPLE_RATE
      const tone = colour.reduce((sum, weight, harmonic) => sum + weight * Math.sin((harmonic + 1) * phase), 0)
      const envelope = Math.sin((Math.PI * index) / length)
      samples[word + index] = Math.round(envelope * (1500 * tone + 300 * (random() - 0.5)))
    }
    word += length + Math.round(0.05 * random() * SAMPLE_RATE)
  }
  return samples
}

/** The frames a listener would hear of it, one every 20 ms from `start`, and the silence that ends it. */
export async function heardFrames(speech: Int16Array, start = 1000, prediction = false): Promise<HeardFrame[]> {
  const bytes = Buffer.from(speech.buffer, speech.byteOffset, speech.byteLength)
  const packets = [...encodeFrames(bytes, prediction), ...new Array<Buffer>(5).fill(SILENCE_PACKET)]
  return packets.map((opus, index) => ({
    arrival: start + index * FRAME_MS,
    // Both wrap on the way.
    sequence: (65_530 + index) & 0xffff,
    timestamp: (4_294_967_000 + index * 960) >>> 0,
    opus,
    endToEndEncrypted: opus !== SILENCE_PACKET,
    silence: opus === SILENCE_PACKET,
  }))
}

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
