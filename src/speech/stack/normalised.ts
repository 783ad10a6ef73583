import { briefLoudness } from '../../audio/brief-loudness.ts'
import { Leveller, TARGET_LUFS } from '../../audio/leveller.ts'
import type { SpeechEvent, TypicalLoudness, Utterance } from '../engine.ts'
import { SOFT } from '../style-words.ts'
import { LoudnessMemory, loudnessOf, refine } from './loudness-memory.ts'
import type { Stage } from './staged.ts'

/**
 * Loudness normalisation: all voices of an engine become equally loud, in every style. Soft styles stay a little softer.
 *
 * What each voice, model and style has said before sets the gain of its first sample. The first utterance of an unknown
 * one starts from what is known of the engine and from its own first piece. No sound waits for a measurement.
 *
 * @param typical what is known of the engine before it is heard
 */
export function normalised(typical?: TypicalLoudness): Stage {
  const memory = new LoudnessMemory(typical)
  return {
    enter(utterance) {
      const known = memory.known(utterance)
      const expected = memory.expect(utterance)
      const leveller = new Leveller(known, loudnessOf(expected), targetOf(utterance))
      let settled = known !== undefined

      function level(pcm: Buffer): SpeechEvent[] {
        const brief = settled ? undefined : briefLoudness(pcm)
        if (brief) {
          settled = true
          leveller.expect(loudnessOf(refine(expected, brief)))
        }
        return audio(leveller.push(pcm))
      }

      return {
        pass(event) {
          if (event.kind === 'audio') return level(event.pcm)
          return event.kind === 'end' ? [...audio(leveller.flush()), event] : [event]
        },
        // Speech that breaks off should not end with a click.
        fail: () => audio(leveller.flush()),
        leave() {
          if (leveller.measured) memory.learn(utterance, leveller.measured)
        },
      }
    },
  }
}

/** A whisper as loud as speech is no whisper. This much softer it is still understood in a noisy call. */
const SOFT_STEP_LU = 3

function targetOf({ style }: Utterance): number {
  return style !== undefined && SOFT.test(style) ? TARGET_LUFS - SOFT_STEP_LU : TARGET_LUFS
}

function audio(pcm: Buffer): SpeechEvent[] {
  return pcm.length > 0 ? [{ kind: 'audio', pcm }] : []
}
