import { DECISIVE, INTERNATIONAL, LATIN, type LatinCode, languagesOfWord } from './words.ts'

export interface Evidence {
  /** Logarithms of how well the text fits to each language. */
  readonly scores: ReadonlyMap<LatinCode, number>
  /** One language fits much better than any other. */
  readonly clear: boolean
}

/**
 * What the words, letters and endings of a text in Latin letters say about its language. Undefined when it tells nothing,
 * and `other` when its letters belong to none of the ten.
 * @param statistics how well the letters fit to each language, from 0 to 1
 */
export function likelihoods(
  text: string,
  statistics: (text: string) => Readonly<Record<string, number>>,
): Evidence | 'other' | undefined {
  const lower = text.toLowerCase().replaceAll('’', "'")
  const words = lower.match(wordPattern) ?? []
  const telling = words.filter((word) => !INTERNATIONAL.has(word) && !laughing.test(word))
  const letters = telling.join('').length
  if (letters < 2 && !/[¿¡ßñãõ]/u.test(lower)) return undefined
  const scores = new Map<LatinCode, number>(LATIN.map((code) => [code, 0]))
  const add = (code: LatinCode, weight: number) => scores.set(code, scores.get(code)! + weight)

  let known = 0
  for (const word of telling) {
    const languages = languagesOfWord(word) ?? languagesOfWord(word.replace(/(.)\1{2,}/gu, '$1')) ?? []
    if (languages.length > 0) known += 1
    for (const code of languages) add(code, WORD[languages.length] ?? 0)
    const own = DECISIVE.get(word)
    if (own !== undefined) add(own, DECIDES)
    for (const [ending, code, weight] of ENDINGS) if (ending.test(word)) add(code, weight)
  }
  for (const [pattern, codes, weight] of MARKS) {
    const count = Math.min(3, lower.match(pattern)?.length ?? 0)
    for (const code of codes) add(code, count * weight)
  }
  if (known <= telling.length / 2 && foreign.test(lower)) return 'other'

  const fits = statistics(telling.join(' '))
  const trust = STATISTICS * Math.min(LONG, letters / 12)
  for (const code of LATIN) add(code, trust * Math.max(UNKNOWN, fits[code] ?? 0))

  const [best = 0, second = 0] = [...scores.values()].sort((a, b) => b - a)
  return { scores, clear: best - second >= CLEAR }
}

export function surest(scores: ReadonlyMap<LatinCode, number>): LatinCode {
  return [...scores].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0]
}

const wordPattern = /\p{Script=Latin}[\p{Script=Latin}\p{M}']*(?:-[\p{Script=Latin}\p{M}]+)*/gu

/** Laughter is written alike in many languages. */
const laughing = /^(?:(?:ha|he|hi|ah|eh|ja|je|ha){2,}h?|k{2,}|x+d+|l+o+l+|h+a+)$/u

/** By how many languages share the word. */
const WORD = [0, 2.5, 1.6, 0.9, 0.4, 0.1]

/** A word of courtesy that only one language has. */
const DECIDES = 4

/** The statistics alone are worth as much as two words for twelve letters, and grow with the text up to this. */
const STATISTICS = 6
const LONG = 4
/** What a language gets that the statistics do not even name. */
const UNKNOWN = 0.3
/** So much better that it is remembered of the author. */
const CLEAR = 2

/** Signs and letters that only some of the ten write. */
const MARKS: readonly (readonly [RegExp, readonly LatinCode[], number])[] = [
  [/[¿¡]/gu, ['es'], 5],
  [/ñ/gu, ['es'], 4],
  [/ß/gu, ['de'], 6],
  [/[äöü]/gu, ['de'], 3],
  [/[ãõ]/gu, ['pt'], 5],
  [/ç/gu, ['fr', 'pt'], 2],
  [/[œëïîû]/gu, ['fr'], 3],
  [/ù/gu, ['fr', 'it'], 2],
  [/[âêô]/gu, ['fr', 'pt'], 2],
  [/[òì]/gu, ['it'], 4],
  [/è/gu, ['fr', 'it'], 2],
  [/à/gu, ['fr', 'it', 'pt'], 1.2],
  [/[áíóú]/gu, ['es', 'pt'], 2],
  [/é/gu, ['fr', 'es', 'pt', 'it'], 0.8],
  [/\b(?:[ljdcnmst]|qu|jusqu|lorsqu|puisqu)'[aeiouyhàâéèêîôû]/gu, ['fr'], 1.5],
  [/\b(?:l|dell|all|nell|sull|dall|un|c|quest|quell|d|com|cos|dov)'[aeiouèh]/gu, ['it'], 1.2],
  [/'(?:s|m|re|ve|ll|d)\b|n't\b/gu, ['en'], 2],
  [/\bi\b/gu, ['en'], 0.8],
  [/ght|\bth|wh|ck\b|ee|oo/gu, ['en'], 0.6],
  [/sch|cht|tz\b|ei|pf/gu, ['de'], 0.7],
  [/eau|oux|eux|oui|ais\b|ez\b/gu, ['fr'], 0.9],
  [/ll[aeo]|ue[rnstd]|ie[rnst]/gu, ['es'], 0.5],
  [/zz|cch|gli|ghe|ghi|tt[aeio]\b|ll[aeio]\b/gu, ['it'], 0.6],
  [/nh|lh|ões|ção|ou\b|ei\b/gu, ['pt'], 0.9],
  [/\bk{2,}\b/gu, ['pt'], 0.8],
  [/\b(?:ja){2,}/gu, ['es'], 2],
  [/\b(?:ah){2,}a?\b/gu, ['it'], 0.6],
]

/** Endings of words that are long enough to have some. */
const ENDINGS: readonly (readonly [RegExp, LatinCode, number])[] = [
  [/..(?:ing|tion|ness|ful|able|ly|ed)$/u, 'en', 0.7],
  [/..(?:ung|keit|heit|lich|isch|chen|en|ern|st)$/u, 'de', 0.6],
  [/..(?:ment|tion|euse?|aux|ent|ons|ez|ée?s?)$/u, 'fr', 0.6],
  [/..(?:ción|dad|ando|iendo|ado|ido|mos|ante|ito|ita|os|as)$/u, 'es', 0.6],
  [/..(?:zione|mente|ando|endo|ato|ito|uto|are|ere|ire|ino|etto|ta|tti|i)$/u, 'it', 0.6],
  [/..(?:ção|dade|ando|endo|indo|ado|ido|mos|inho|inha|ei|ou|am|em|os|as)$/u, 'pt', 0.6],
]

/** Letters of languages outside of the ten: Polish, Czech, Turkish, Vietnamese, the Nordic ones and others. */
const foreign = /[ąćęłńśźżčďěňřšťůžğışőűđơưăåøæþðțșāēīūģķļņėįų\u1EA0-\u1EF9]/u
