import { LectorError } from '../../../kernel/errors.ts'
import type { LanguageCode } from '../../../kernel/languages.ts'
import { languageDetector } from '../../../text/language.ts'
import { splitText } from '../../../text/sentences.ts'
import type { SpeechEngine, SpeechEvent, Utterance } from '../../engine.ts'
import { mannerOf, PLAIN } from '../local/style.ts'
import { type Espeak, type EspeakRequest, runEspeak } from './espeak.ts'
import { DEFAULT_VOICE, ESPEAK_VOICES, espeakVoice, soundOf } from './voices.ts'

/**
 * Speaks the ten languages with an eSpeak NG that the operator installed, robotically. It takes every voice name of
 * the cloud catalogue, and the few words of a style that it can follow.
 *
 * Japanese is understood in kana alone: eSpeak NG reads each kanji as the words "Chinese letter". Text without a
 * letter or digit of the ten languages fails with `speech.unpronounceable`.
 */
export function createEspeakEngine(espeak: Espeak): SpeechEngine {
  async function* speak(utterance: Utterance, signal: AbortSignal): AsyncGenerator<SpeechEvent> {
    signal.throwIfAborted()
    const text = literally(utterance.text)
    if (!PRONOUNCEABLE.test(text)) throw unpronounceable()
    const language = utterance.language === 'auto' ? await languageOf(text) : utterance.language
    const notices: SpeechEvent[] = []
    const request = requestFor(utterance, language, notices)
    yield* notices

    for (const piece of splitText(text, {
      limit: LONGEST,
      firstLimit: LONGEST_FIRST,
      measure: ({ length }) => length,
    })) {
      for await (const pcm of runEspeak(espeak, { ...request, text: piece }, signal)) yield { kind: 'audio', pcm }
    }
    yield { kind: 'end', receipt: { engine: 'espeak', model: MODEL, characters: 0 } }
  }

  return {
    id: 'espeak',
    voices: () => ESPEAK_VOICES,
    speak,
    warm: async () => void (await languageDetector()),
    close: async () => {},
  }
}

const MODEL = 'espeak-ng'
/** About half a minute of speech, which is there within a tenth of a second. */
const LONGEST = 500
const LONGEST_FIRST = 150

/** eSpeak NG ends at a NUL and reads phonemes between double brackets. */
function literally(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ').replaceAll('[[', '[ [')
}

const PRONOUNCEABLE =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{N}]/u

async function languageOf(text: string): Promise<LanguageCode> {
  return (await languageDetector())(text, 'en')
}

const WORDS_PER_MINUTE = 175

function requestFor(
  { voice, style, speed = 1 }: Utterance,
  language: LanguageCode,
  notices: SpeechEvent[],
): Omit<EspeakRequest, 'text'> {
  const sound = soundOf(voice)
  if (!sound) {
    notices.push({ kind: 'notice', notice: { code: 'voice-replaced', engine: 'espeak', voice, by: DEFAULT_VOICE } })
  }
  const manner = style === undefined ? PLAIN : mannerOf(style)
  if (!manner) notices.push({ kind: 'notice', notice: { code: 'style-ignored', engine: 'espeak', model: MODEL } })
  const { tempo, pitch } = manner ?? PLAIN
  const chosen = sound ?? soundOf(DEFAULT_VOICE)!
  return {
    voice: espeakVoice(language, chosen),
    rate: Math.round(clamp(WORDS_PER_MINUTE * tempo * speed, 80, 450)),
    pitch: Math.round(clamp(chosen.pitch + 100 * (pitch - 1), 0, 99)),
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}

function unpronounceable(): LectorError {
  return new LectorError('speech.unpronounceable', { engine: 'espeak' }, 'eSpeak NG has no sounds for this script')
}
