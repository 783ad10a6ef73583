import { amplify } from '../../audio/amplify.ts'
import type { SpeechEvent } from '../engine.ts'
import type { Stage } from './staged.ts'

/** Applies the utterance's volume, after loudness normalisation. */
export function volume(): Stage {
  return {
    enter(utterance) {
      const { volume = 1, ...plain } = utterance
      return { utterance: plain, ...(volume !== 1 && { pass: (event) => [amplified(event, volume)] }) }
    },
  }
}

function amplified(event: SpeechEvent, gain: number): SpeechEvent {
  if (event.kind !== 'audio') return event
  const samples = new Int16Array(event.pcm.length / 2)
  const pcm = Buffer.from(samples.buffer)
  event.pcm.copy(pcm)
  amplify(samples, gain)
  return { kind: 'audio', pcm }
}
