import type { LanguageCode } from '../kernel/languages.ts'

export interface Punctuation {
  readonly comma: string
  readonly colon: string
  readonly stop: string
}

/** Marks that join phrases in a language, with their spaces. */
export function punctuationOf(language: LanguageCode): Punctuation {
  return marks[language] ?? western
}

/** Joins phrases with a mark, unless a phrase ends in punctuation already. */
export function joinWith(mark: string, phrases: readonly string[]): string {
  const spoken = phrases.filter((phrase) => phrase !== '')
  return spoken.map((phrase, index) => phrase + markAfter(phrase, index, spoken, mark)).join('')
}

function markAfter(phrase: string, index: number, phrases: readonly string[], mark: string): string {
  if (index === phrases.length - 1) return ''
  return endsInPunctuation(phrase) ? ' ' : mark
}

export function endsInPunctuation(text: string): boolean {
  return /[.,;:!?…。、，；：！？｡､]["'»”’」』)）\]]?$/u.test(text.slice(-3))
}

const western: Punctuation = { comma: ', ', colon: ': ', stop: '. ' }
const marks: Partial<Record<LanguageCode, Punctuation>> = {
  fr: { comma: ', ', colon: ' : ', stop: '. ' },
  ja: { comma: '、', colon: '：', stop: '。' },
  zh: { comma: '，', colon: '：', stop: '。' },
}
