import { SAMPLE_RATE } from '../../src/audio/format.ts'
import type { SpeechEvent, Utterance } from '../../src/speech/engine.ts'

/** The sound a text has in tests: 20 ms of a rising and falling wave per character, different for every text. */
export function toneOf(text: string): Buffer {
  const pcm = Buffer.alloc(text.length * (SAMPLE_RATE / 50) * 2)
  let step = 1
  for (const character of text) step = (step * 31 + character.codePointAt(0)!) % 997
  for (let i = 0; i < pcm.length / 2; i++) pcm.writeInt16LE(((i * (step + 3)) % 20_001) - 10_000, i * 2)
  return pcm
}

/** Speaks tones in pieces of 20 ms. */
export async function* speakTones({ text }: Utterance, signal: AbortSignal): AsyncGenerator<SpeechEvent> {
  const pcm = toneOf(text)
  for (let at = 0; at < pcm.length; at += 960) {
    signal.throwIfAborted()
    yield { kind: 'audio', pcm: pcm.subarray(at, at + 960) }
  }
  yield { kind: 'end', receipt: { engine: 'local', model: 'tones', characters: 0 } }
}
