import type { SpeechEngine, Voice } from './engine.ts'
import { choiceOf, type EngineChoice } from './engine-choices.ts'
import { nearestVoice } from './nearest-voice.ts'
import { findVoice, VOICES } from './voice-catalogue.ts'

/** Voices where one of several engines is wished for; where none is, or there is no such one, of the first. */
export interface VoicesByEngine {
  /** Those that can be chosen. */
  voicesOf(wish: string | undefined): readonly Voice[]
  /** The one that speaks where nobody chose. */
  voiceFor(wish: string): string
}

/** @param preferred the voice that speaks where nobody chose, or the one nearest to it */
export function voicesByEngine(
  engine: Pick<SpeechEngine, 'voices'>,
  choices: readonly EngineChoice[],
  preferred: string,
): VoicesByEngine {
  // DashScope and the local voice know all of Qwen3-TTS by name; another server has voices of its own.
  const hasOwn = (wish: string | undefined) => choiceOf(choices, wish).id === 'openai'
  const voicesOf = (wish: string | undefined) => (hasOwn(wish) ? engine.voices('openai') : VOICES)

  function voiceFor(wish: string): string {
    const voices = voicesOf(wish)
    const own = findVoice(preferred, voices)
    if (own) return own.id
    // A server that does not tell its voices may well have one that only its operator knows.
    if (hasOwn(wish) && !findVoice(preferred)) return preferred
    return nearestVoice(preferred, 'auto', voices)?.id ?? preferred
  }

  return { voicesOf, voiceFor }
}
