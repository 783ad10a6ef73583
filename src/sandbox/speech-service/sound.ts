import { isLectorError } from '../../kernel/errors.ts'
import type { SpeechEvent, Utterance } from '../../speech/engine.ts'
import { babble } from './babble.ts'

export type Synthesize = (utterance: Utterance, signal: AbortSignal) => AsyncIterable<SpeechEvent>

/** The sound of an utterance; what the voice at hand cannot pronounce is murmured. */
export async function* soundOf(
  synthesize: Synthesize,
  utterance: Utterance,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  let heard = false
  try {
    for await (const event of synthesize(utterance, signal)) {
      if (event.kind !== 'audio') continue
      heard = true
      yield event.pcm
    }
  } catch (error) {
    if (heard || !isLectorError(error) || error.code !== 'speech.unpronounceable') throw error
  }
  if (!heard) yield* babble(utterance.text)
}

/** The same bytes in pieces of the given sizes, in turn and then again from the first. */
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
