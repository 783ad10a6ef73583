import type { SpeechEngine, Voice } from '../engine.ts'
import { choiceOf, type EngineChoice } from '../engine-choices.ts'
import { INSTRUCT_MODEL } from './models.ts'
import { nearestVoice } from './nearest-voice.ts'
import { findVoice, modelHasVoice, VOICES } from './voice-catalogue.ts'

/** Voices where one of several engines is wished for; where none is, or there is no such one, of the first. */
export interface VoicesByEngine {
  /** Those that can be chosen. */
  voicesOf(wish: string | undefined): readonly Voice[]
  /** The one that speaks where nobody chose. */
  voiceFor(wish: string): string
  /**
   * Those that tell people apart who chose none: none of them would surprise. Empty while nobody knows what there is.
   * @param model the one that was chosen, if any
   */
  assignableVoices(wish: string, model: string | undefined): readonly Voice[]
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
    const same = findVoice(preferred, voices)
    if (same) return same.id
    const { voice: standIn } = choiceOf(choices, wish)
    if (standIn !== undefined) return findVoice(standIn, voices)?.id ?? standIn
    // A server that does not tell its voices may well have one that only its operator knows.
    if (hasOwn(wish) && !findVoice(preferred)) return preferred
    return nearestVoice(preferred, 'auto', voices)?.id ?? preferred
  }

  function assignableVoices(wish: string, model: string | undefined): readonly Voice[] {
    const voices = voicesOf(wish)
    if (voices.some(({ guessed }) => guessed)) return []
    const fitting = hasOwn(wish) ? voices : voices.filter(({ id }) => isInModels(id, modelsFor(wish, model)))
    const plain = fitting.filter(({ dialect }) => dialect === undefined)
    return plain.length > 0 ? plain : fitting
  }

  /** Those that may speak: where none was chosen, another one is asked for a style. */
  function modelsFor(wish: string, model: string | undefined): readonly string[] {
    if (model !== undefined) return [model]
    const { model: own } = choiceOf(choices, wish)
    return own === undefined ? [INSTRUCT_MODEL] : [own, INSTRUCT_MODEL]
  }

  return { voicesOf, voiceFor, assignableVoices }
}

function isInModels(voice: string, models: readonly string[]): boolean {
  return models.every((model) => modelHasVoice(model, voice) !== false)
}
