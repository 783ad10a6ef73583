import type { SpokenLanguage } from '../../kernel/spoken-languages.ts'
import { languageDetector } from '../../text/language/detect.ts'
import type { SpeechEngine, SpeechEvent, Utterance, Voice } from '../engine.ts'

/** One engine for English and another one for every other language, under the id of the first. */
export function byLanguage(english: SpeechEngine, others: SpeechEngine): SpeechEngine {
  async function* speak(utterance: Utterance, signal: AbortSignal): AsyncGenerator<SpeechEvent> {
    signal.throwIfAborted()
    const { text } = utterance
    const language = utterance.language === 'auto' ? await detected(text) : utterance.language
    yield* (language === 'en' ? english : others).speak({ ...utterance, language }, signal)
  }

  const voices = mergeVoices(english.voices(), others.voices())
  return {
    id: english.id,
    voices: () => voices,
    speak,
    async warm() {
      await Promise.all([languageDetector(), english.warm?.(), others.warm?.()])
    },
    async close() {
      await Promise.all([english.close(), others.close()])
    },
  }
}

/** `auto` stays for what is none of the ten languages, and so not English. */
async function detected(text: string): Promise<SpokenLanguage> {
  return (await languageDetector())(text, { fallback: 'en' }).language
}

/** A voice that both have speaks the languages of both, and is described by the first. */
function mergeVoices(first: readonly Voice[], second: readonly Voice[]): Voice[] {
  const merged = new Map(first.map((voice) => [voice.id, voice]))
  for (const voice of second) {
    const known = merged.get(voice.id)
    const languages = [...new Set([...(known?.languages ?? []), ...voice.languages])]
    merged.set(voice.id, { ...(known ?? voice), languages })
  }
  return [...merged.values()]
}
