import { amplify } from '../../audio/amplify.ts'
import type { SpeechEngine, SpeechEvent, Utterance } from '../engine.ts'
import { wrapped } from './wrapped.ts'

/** Obeys the volume of an utterance, after everything that brings voices to one loudness. */
export function atVolume(engine: SpeechEngine): SpeechEngine {
  function speak(utterance: Utterance, signal: AbortSignal): AsyncIterable<SpeechEvent> {
    const { volume = 1, ...plain } = utterance
    const events = engine.speak(plain, signal)
    return volume === 1 ? events : scaled(events, volume)
  }

  return wrapped(engine, speak)
}

async function* scaled(events: AsyncIterable<SpeechEvent>, volume: number): AsyncGenerator<SpeechEvent> {
  for await (const event of events) {
    if (event.kind !== 'audio') yield event
    else {
      const samples = new Int16Array(event.pcm.length / 2)
      const pcm = Buffer.from(samples.buffer)
      event.pcm.copy(pcm)
      amplify(samples, volume)
      yield { kind: 'audio', pcm }
    }
  }
}
