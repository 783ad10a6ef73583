import { babble } from './audio/babble.ts'

/** Text to synthesise, and how. */
export interface Line {
  readonly text: string
  readonly voice: string
  readonly model: string
  /** The provider's word for it: `English`, …, `Auto`. */
  readonly language: string
  readonly style?: string
  /** 1 is the voice's own pace. */
  readonly speed?: number
}

/** Makes s16le mono PCM of 24 kHz. Yields nothing for text that its voice cannot pronounce. */
export type Synthesize = (line: Line, signal: AbortSignal) => AsyncIterable<Buffer>

/** Synthesises a line. Text that the voice cannot pronounce becomes a murmur. */
export async function* soundOf(synthesize: Synthesize, line: Line, signal: AbortSignal): AsyncGenerator<Buffer> {
  let heard = false
  for await (const pcm of synthesize(line, signal)) {
    heard = true
    yield pcm
  }
  if (!heard) yield* babble(line.text)
}

/** Cuts the bytes into pieces of the given sizes, cycling through the list. */
export async function* cutInto(sizes: readonly number[], sound: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0)
  let index = 0
  for await (const bytes of sound) {
    held = held.length === 0 ? bytes : Buffer.concat([held, bytes])
    for (let size = sizes[index % sizes.length]!; held.length >= size; size = sizes[index % sizes.length]!) {
      yield held.subarray(0, size)
      held = held.subarray(size)
      index++
    }
  }
  if (held.length > 0) yield held
}
