import { buffer } from 'node:stream/consumers'
import { oggOpus } from '../audio/ogg-opus.ts'
import { opusPackets } from '../audio/opus-packets.ts'
import type { SpeechEngine, SpeechNotice, Utterance } from './engine.ts'

export interface SpeechFile {
  /** Ogg Opus. */
  readonly data: Buffer
  readonly notices: readonly SpeechNotice[]
}

/** Speaks into a file, whole when it is done. Throws what the engine throws. */
export async function speechFile(engine: SpeechEngine, utterance: Utterance, signal: AbortSignal): Promise<SpeechFile> {
  const notices: SpeechNotice[] = []
  const sound = async function* () {
    for await (const event of engine.speak(utterance, signal)) {
      if (event.kind === 'audio') yield event.pcm
      else if (event.kind === 'notice') notices.push(event.notice)
    }
  }
  return { data: await buffer(oggOpus(opusPackets(sound()), 1)), notices }
}
