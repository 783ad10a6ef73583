import { average, Leveller } from '../../audio/leveller.ts'
import type { Loudness } from '../../audio/loudness.ts'
import type { SpeechEngine, SpeechEvent, Utterance } from '../engine.ts'
import { wrapped } from './wrapped.ts'

/**
 * An engine whose voices are all equally loud. Each voice's loudness is learned from what it says, so from its second
 * utterance on the gain is right from the first sample; no sound waits for it.
 */
export function levelled(engine: SpeechEngine): SpeechEngine {
  const voices = new Map<string, Loudness>()
  let all: Loudness | undefined

  const learn = (voice: string, heard: Loudness) => {
    const learned = average(voices.get(voice), heard)
    // The voice that was heard last moves to the end; the one at the front has been silent for longest.
    voices.delete(voice)
    voices.set(voice, atMost(LONGEST_MEMORY_S, learned))
    if (voices.size > MOST_VOICES) voices.delete(voices.keys().next().value!)
    all = atMost(LONGEST_MEMORY_S, average(all, heard))
  }

  async function* speak(utterance: Utterance, signal: AbortSignal): AsyncGenerator<SpeechEvent> {
    const voice = voiceOf(utterance)
    const leveller = new Leveller(voices.get(voice), all)
    try {
      for await (const event of engine.speak(utterance, signal)) {
        if (event.kind === 'end') yield* audio(leveller.flush())
        if (event.kind === 'audio') yield* audio(leveller.push(event.pcm))
        else yield event
      }
    } catch (error) {
      // Speech that breaks off should not do so with a click as well.
      if (!signal.aborted) yield* audio(leveller.flush())
      throw error
    } finally {
      if (leveller.measured) learn(voice, leveller.measured)
    }
  }

  return wrapped(engine, speak)
}

/** Older speech counts for less and less, so that a provider may change a voice. */
const LONGEST_MEMORY_S = 30
const MOST_VOICES = 500

/** A style may bring another model in, and whispers should not make the plain voice shout. */
function voiceOf({ voice, model, style }: Utterance): string {
  return JSON.stringify([voice, model, style !== undefined])
}

function atMost(seconds: number, loudness: Loudness): Loudness {
  return loudness.seconds <= seconds ? loudness : { ...loudness, seconds }
}

function* audio(pcm: Buffer): Generator<SpeechEvent> {
  if (pcm.length > 0) yield { kind: 'audio', pcm }
}
