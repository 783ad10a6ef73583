import { isLanguageCode, type LanguageCode } from '../../kernel/languages.ts'
import { likelihoods, surest } from './evidence.ts'
import { type Detected, type Expected, expectations } from './expected.ts'
import { byScript } from './scripts.ts'
import { LATIN } from './words.ts'

/** The language that a text is written in, weighed against what was expected of its author. */
export type DetectLanguage = (text: string, expected: Expected) => Detected

let detector: Promise<DetectLanguage> | undefined

/** Loads the statistics (about two megabytes) once for the process. */
export function languageDetector(): Promise<DetectLanguage> {
  detector ??= loadDetector()
  return detector
}

async function loadDetector(): Promise<DetectLanguage> {
  const { eld } = await import('eld/small')
  const statistics = eld.newInstance()
  statistics.setLanguageSubset([...LATIN])
  return (text, expected) => {
    const sample = text.slice(0, LONGEST_SAMPLE).normalize('NFC')
    const script = byScript(sample, expected)
    if (script !== 'latin') return script
    const evidence = likelihoods(sample, (latin) => statistics.detect(latin).getScores())
    if (evidence === 'other') return { language: 'auto', told: true }
    if (evidence === undefined) return { language: expectedOf(expected), told: false }
    const prior = expectations(expected)
    const total = new Map(LATIN.map((code) => [code, evidence.scores.get(code)! + prior.get(code)!]))
    return { language: surest(total), told: evidence.clear }
  }
}

/** More letters than this say nothing new. */
const LONGEST_SAMPLE = 1000

/** What is most likely of a text that tells nothing: "ok", "1234", "😂". */
function expectedOf(expected: Expected): LanguageCode {
  const { author, channel, fallback } = expected
  const [language] = [...(author ?? []), ...(channel ?? [])]
    .filter(([code]) => isLanguageCode(code))
    .sort(([, one], [, other]) => other - one)[0] ?? [fallback]
  return language as LanguageCode
}
