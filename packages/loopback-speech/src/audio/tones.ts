import type { Line } from '../sound.ts'
import { SAMPLE_RATE } from './pcm.ts'

/** A voice for tests: 20 ms of a rising and falling wave per character, different for every text and always the same. */
export async function* speakTones({ text }: Pick<Line, 'text'>, signal: AbortSignal): AsyncGenerator<Buffer> {
  const pcm = toneOf(text)
  for (let at = 0; at < pcm.length; at += FRAME_BYTES) {
    signal.throwIfAborted()
    yield pcm.subarray(at, at + FRAME_BYTES)
  }
}

export function toneOf(text: string): Buffer {
  const pcm = Buffer.alloc(text.length * FRAME_BYTES)
  let step = 1
  for (const character of text) step = (step * 31 + character.codePointAt(0)!) % 997
  for (let i = 0; i < pcm.length / 2; i++) pcm.writeInt16LE(((i * (step + 3)) % 20_001) - 10_000, i * 2)
  return pcm
}

/** 20 ms. */
const FRAME_BYTES = (SAMPLE_RATE / 50) * 2
