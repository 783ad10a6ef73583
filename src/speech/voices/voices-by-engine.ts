import type { SpokenLanguage } from '../../kernel/spoken-languages.ts'
import type { SpeechEngine, Voice } from '../engine.ts'
import type { ConfiguredEngine } from '../engine-description.ts'
import { engineFor } from '../engine-for.ts'
import { replacementFor, speaks } from './replacement.ts'
import { findVoice } from './voice-catalogue.ts'

/** Voices of the requested engine, or of the first engine if none is requested or its id is not configured. */
export interface VoicesByEngine {
  /** Voices to choose from. */
  voicesOf(requested: string | undefined): readonly Voice[]
  /** The voice where nobody chose one. */
  voiceFor(requested: string): string
  /**
   * Voices to assign to members who have not chosen one. Empty while the engine has not told its voices.
   * @param model the chosen model, if any
   * @param language the language at hand; voices that do not speak it are left out
   */
  assignableVoices(requested: string, model: string | undefined, language?: SpokenLanguage): readonly Voice[]
}

/** @param preferred the voice where nobody chose one, or the one nearest to it */
export function voicesByEngine(
  engine: Pick<SpeechEngine, 'voices'>,
  configured: readonly ConfiguredEngine[],
  preferred: string,
): VoicesByEngine {
  function voicesOf(requested: string | undefined): readonly Voice[] {
    const { id, namedVoices } = engineFor(configured, requested)
    return namedVoices ?? engine.voices(id)
  }

  function voiceFor(requested: string): string {
    const { voice: fallback, namedVoices } = engineFor(configured, requested)
    const voices = voicesOf(requested)
    const same = findVoice(preferred, voices)
    if (same) return same.id
    if (fallback !== undefined) return findVoice(fallback, voices)?.id ?? fallback
    // A server that does not tell its voices may have one that only its operator knows.
    if (!namedVoices && !findVoice(preferred)) return preferred
    return replacementFor(preferred, 'auto', voices) ?? preferred
  }

  function assignableVoices(
    requested: string,
    model: string | undefined,
    language: SpokenLanguage = 'auto',
  ): readonly Voice[] {
    const voices = voicesOf(requested)
    if (voices.some(({ guessed }) => guessed)) return []
    const { isAssignable } = engineFor(configured, requested)
    const fitting = voices.filter((voice) => isAssignable(voice.id, model))
    const able = fitting.filter((voice) => speaks(voice, language))
    const plain = able.filter(({ dialect }) => dialect === undefined)
    return plain.length > 0 ? plain : able.length > 0 ? able : fitting
  }

  return { voicesOf, voiceFor, assignableVoices }
}
