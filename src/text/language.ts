import { isLanguageCode, LANGUAGES, type LanguageCode } from '../kernel/languages.ts'

/** The language that a text is written in; the fallback where the text does not tell. */
export type DetectLanguage = (text: string, fallback: LanguageCode) => LanguageCode

let detector: Promise<DetectLanguage> | undefined

/**
 * Loads the statistics (about two megabytes) once for the process. A script that only one of the ten languages uses
 * decides by itself; the statistics tell the languages in Latin letters apart.
 */
export function languageDetector(): Promise<DetectLanguage> {
  detector ??= loadDetector()
  return detector
}

async function loadDetector(): Promise<DetectLanguage> {
  const { eld } = await import('eld/small')
  const statistics = eld.newInstance()
  statistics.setLanguageSubset(LANGUAGES.map(({ code }) => code).filter((code) => !scripted.has(code)))
  return (text, fallback) => {
    const sample = text.slice(0, LONGEST_SAMPLE)
    const byScript = languageOfScript(sample, fallback)
    if (byScript !== undefined) return byScript
    if (count(sample, /\p{Script=Latin}/gu) < SHORTEST_SAMPLE) return fallback
    const guess = statistics.detect(sample)
    return isLanguageCode(guess.language) && isClear(guess.getScores(), guess.language, fallback)
      ? guess.language
      : fallback
  }
}

/** More letters than this say nothing new. */
const LONGEST_SAMPLE = 1000
/** Letters. Shorter texts ("ok", "no", "gracias") are the same in several languages, or a quotation. */
const SHORTEST_SAMPLE = 12

const scripted: ReadonlySet<LanguageCode> = new Set(['zh', 'ja', 'ko', 'ru'])

/** The fallback is what the member speaks otherwise, so another language must be ahead of it by a margin. */
function isClear(scores: Readonly<Record<string, number>>, language: string, fallback: LanguageCode): boolean {
  return (scores[language] ?? 0) >= 1.05 * (scores[fallback] ?? 0)
}

/** Undefined for text that is mostly Latin, or in a script of none of the ten. */
function languageOfScript(text: string, fallback: LanguageCode): LanguageCode | undefined {
  const kana = count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu)
  const hangul = count(text, /\p{Script=Hangul}/gu)
  const han = count(text, /\p{Script=Han}/gu)
  const cyrillic = count(text, /\p{Script=Cyrillic}/gu)
  const latin = count(text, /\p{Script=Latin}/gu)
  // One sign of these scripts is worth about three letters.
  const eastern = 3 * (kana + hangul + han)
  if (eastern === 0 && cyrillic === 0) return undefined
  if (latin > eastern + cyrillic) return undefined
  if (cyrillic > eastern) return 'ru'
  if (hangul > kana + han) return 'ko'
  if (kana > 0) return 'ja'
  if (han === 0) return 'ko'
  // A word in Chinese characters alone may be Japanese as well.
  return fallback === 'ja' && han <= 8 && !chineseOnly.test(text) ? 'ja' : 'zh'
}

/** Frequent in Chinese and not written in Japanese. */
const chineseOnly = /[们吗呢么这那你您她给说谁让没还吧啊哪]/u

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
