import { BYTES_PER_SAMPLE, SAMPLE_RATE } from '../../../audio/format.ts'
import { LectorError } from '../../../kernel/errors.ts'
import type { SpokenCode } from '../../../kernel/spoken-languages.ts'
import { languageDetector } from '../../../text/language/detect.ts'
import { languageOfScript } from '../../../text/language/other-scripts.ts'
import { type NumberKind, writeOut } from '../../../text/numbers/write-out.ts'
import { splitText } from '../../../text/sentences.ts'
import type { SpeechEngine, SpeechEvent, Utterance } from '../../engine.ts'
import { writeSigns } from '../../signs.ts'
import { raisedVoice } from '../local/raised-voice.ts'
import { type Manner, mannerOf, PLAIN } from '../local/style.ts'
import { type Espeak, type EspeakRequest, runEspeak } from './espeak.ts'
import { runsOf } from './latin-runs.ts'
import { DEFAULT_VOICE, ESPEAK_VOICES, type EspeakSound, espeakVoice, soundOf } from './voices.ts'

/**
 * Speaks a hundred languages with an eSpeak NG that the operator installed, robotically. It takes every voice name of
 * the cloud catalogue, and the few words of a style that it can follow.
 *
 * Japanese is understood in kana alone: eSpeak NG reads each kanji as the words "Chinese letter". Text without a
 * letter or digit fails with `speech.unpronounceable`.
 */
export function createEspeakEngine(espeak: Espeak): SpeechEngine {
  async function* speak(utterance: Utterance, signal: AbortSignal): AsyncGenerator<SpeechEvent> {
    signal.throwIfAborted()
    const written = literally(utterance.text)
    if (!PRONOUNCEABLE.test(written) && languageOfScript(written) === undefined) throw unpronounceable()
    const language = utterance.language === 'auto' ? await languageOf(written) : utterance.language
    const text = writeSigns(writeOut(written, language, language === 'ja' ? [] : READS_BADLY), language)
    const notices: SpeechEvent[] = []
    const { sound, raised, whispers, ...pace } = requestFor(utterance, notices)
    yield* notices
    const raise = raised ? raisedVoice(SAMPLE_RATE) : undefined

    for (const piece of splitText(text, {
      limit: LONGEST,
      firstLimit: LONGEST_FIRST,
      measure: ({ length }) => length,
    })) {
      for (const run of runsOf(piece, language)) {
        const request = { ...pace, text: run.text, voice: espeakVoice(run.language, sound, whispers) }
        for await (const pcm of runEspeak(espeak, request, signal)) {
          yield { kind: 'audio', pcm: raise ? filtered(pcm, raise) : pcm }
        }
      }
    }
    yield { kind: 'end', receipt: { engine: 'espeak', model: MODEL, characters: 0 } }
  }

  return {
    id: 'espeak',
    loudness: { lufs: -21, deviation: 2.6, styles: 2 },
    voices: () => ESPEAK_VOICES,
    speak,
    warm: async () => void (await languageDetector()),
    close: async () => {},
  }
}

/**
 * eSpeak NG 1.51 says "slash" in dates, "zero zero" in full hours, the letters of units and "dollar five point nine nine".
 * Japanese is left alone: it would be written out in kanji, which eSpeak NG cannot read.
 */
const READS_BADLY: readonly NumberKind[] = ['dates', 'times', 'money', 'units', 'groups']

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

/** eSpeak NG detects nothing by itself: text in a script outside the ten languages is told by the script. */
async function languageOf(text: string): Promise<SpokenCode> {
  const { language } = (await languageDetector())(text, { fallback: 'en' })
  return language === 'auto' ? (languageOfScript(text) ?? 'en') : language
}

function mannerFor(style: string | undefined, notices: SpeechEvent[]): Manner {
  if (style === undefined) return PLAIN
  const manner = mannerOf(style)
  if (!manner) notices.push({ kind: 'notice', notice: { code: 'style-ignored', engine: 'espeak', model: MODEL } })
  return manner ?? PLAIN
}

const WORDS_PER_MINUTE = 175

function requestFor(
  { voice, style, speed = 1 }: Utterance,
  notices: SpeechEvent[],
): Omit<EspeakRequest, 'text' | 'voice'> & Pick<Manner, 'raised' | 'whispers'> & { readonly sound: EspeakSound } {
  const sound = soundOf(voice)
  if (!sound) {
    notices.push({ kind: 'notice', notice: { code: 'voice-replaced', engine: 'espeak', voice, by: DEFAULT_VOICE } })
  }
  const { tempo, pitch, whispers, raised } = mannerFor(style, notices)
  const chosen = sound ?? soundOf(DEFAULT_VOICE)!
  return {
    sound: chosen,
    whispers,
    rate: Math.round(clamp(WORDS_PER_MINUTE * tempo * speed, 80, 450)),
    pitch: Math.round(clamp(chosen.pitch + 100 * (pitch - 1), 0, 99)),
    raised,
  }
}

function filtered(pcm: Buffer, filter: (sample: number) => number): Buffer {
  const output = Buffer.alloc(pcm.length)
  for (let at = 0; at < pcm.length; at += BYTES_PER_SAMPLE) {
    output.writeInt16LE(Math.round(clamp(ROOM * filter(pcm.readInt16LE(at)), -32_768, 32_767)), at)
  }
  return output
}

/** eSpeak's voices reach full scale, and its brightest ones get louder than others. */
const ROOM = 0.75

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}

function unpronounceable(): LectorError {
  return new LectorError('speech.unpronounceable', { engine: 'espeak' }, 'eSpeak NG has no sounds for this script')
}
