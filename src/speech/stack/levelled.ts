import { briefLoudness } from '../../audio/brief-loudness.ts'
import { Leveller, TARGET_LUFS } from '../../audio/leveller.ts'
import type { SpeechEngine, SpeechEvent, Utterance } from '../engine.ts'
import { SOFT } from '../style-words.ts'
import { LoudnessMemory, loudnessOf, refine } from './loudness-memory.ts'
import { wrapped } from './wrapped.ts'

/**
 * Loudness normalisation: all voices of the engine become equally loud, in every style. Soft styles stay a little softer.
 *
 * What each voice, model and style has said before sets the gain of its first sample. The first utterance of an unknown
 * one starts from what is known of the engine and from its own first piece. No sound waits for a measurement.
 */
export function levelled(engine: SpeechEngine): SpeechEngine {
  const memory = new LoudnessMemory(engine.loudness)

  async function* speak(utterance: Utterance, signal: AbortSignal): AsyncGenerator<SpeechEvent> {
    const known = memory.known(utterance)
    const expected = memory.expect(utterance)
    const leveller = new Leveller(known, loudnessOf(expected), targetOf(utterance))
    let settled = known !== undefined
    try {
      for await (const event of engine.speak(utterance, signal)) {
        if (event.kind === 'end') yield* audio(leveller.flush())
        if (event.kind !== 'audio') yield event
        else {
          const brief = settled ? undefined : briefLoudness(event.pcm)
          if (brief) {
            settled = true
            leveller.expect(loudnessOf(refine(expected, brief)))
          }
          yield* audio(leveller.push(event.pcm))
        }
      }
    } catch (error) {
      // Speech that breaks off should not end with a click.
      if (!signal.aborted) yield* audio(leveller.flush())
      throw error
    } finally {
      if (leveller.measured) memory.learn(utterance, leveller.measured)
    }
  }

  return wrapped(engine, speak)
}

/** A whisper as loud as speech is no whisper. This much softer it is still understood in a noisy call. */
const SOFT_STEP_LU = 3

function targetOf({ style }: Utterance): number {
  return style !== undefined && SOFT.test(style) ? TARGET_LUFS - SOFT_STEP_LU : TARGET_LUFS
}

function* audio(pcm: Buffer): Generator<SpeechEvent> {
  if (pcm.length > 0) yield { kind: 'audio', pcm }
}
