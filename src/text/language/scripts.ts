import type { LanguageCode } from '../../kernel/languages.ts'
import type { Detected, Expected } from './expected.ts'
import { chineseOrJapanese } from './han.ts'
import { languagesOfWord } from './words.ts'

/**
 * The language that the script of a text decides, whatever Latin stands beside it: kana are Japanese, hangul is Korean,
 * and the title of a game makes no sentence English. `latin` when only Latin letters are there to tell, or none.
 */
export function byScript(text: string, expected: Expected): Detected | 'latin' {
  const letters = countScripts(text)
  const { kana, hangul, jamo, han, cyrillic, latin, other } = letters
  const told = (language: LanguageCode | 'auto'): Detected => ({ language, told: true })
  if (other > 0 && other >= latin && other >= cyrillic + kana + han + hangul) return told('auto')
  if (kana > 0 && kana >= hangul) return isChineseWithKana(text, kana) ? told('zh') : told('ja')
  if (hangul > 0) return told('ko')
  if (jamo > 0 && latin < 12 && han === 0) return told('ko')
  if (han > 0 && cyrillic === 0) return isQuotedIn(text, han * 3, latin) ? 'latin' : chineseOrJapanese(text, expected)
  if (cyrillic === 0 || isQuotedIn(text, cyrillic, latin)) return 'latin'
  return told(notRussian.test(text) ? 'auto' : 'ru')
}

interface Letters {
  kana: number
  hangul: number
  jamo: number
  han: number
  cyrillic: number
  latin: number
  other: number
}

function countScripts(text: string): Letters {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)
  const latin = count(/\p{Script=Latin}/gu)
  return {
    // One ツ or ノ beside other letters is what is left of a face.
    kana: kana === 1 && latin > 0 && /[ツシノの]/u.test(text) ? 0 : kana,
    hangul: count(/[\uAC00-\uD7A3]/gu),
    jamo: count(/[ㄱ-ㅣ]/gu),
    han: count(/\p{Script=Han}/gu),
    cyrillic: count(/\p{Script=Cyrillic}/gu),
    latin,
    other: count(
      /[\p{L}--[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Han}\p{Script=Cyrillic}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]]/gv,
    ),
  }
}

/** Chinese borrows の for の names of shops and nicks. */
function isChineseWithKana(text: string, kana: number): boolean {
  return kana === 1 && text.includes('の') && /[们吗呢么这你您她说谁让还吧啊哪]/u.test(text)
}

/** A sentence in Latin letters that quotes a word of another script: "how do you say Привет?". */
function isQuotedIn(text: string, weight: number, latin: number): boolean {
  if (latin <= 2 * weight) return false
  const words = text.toLowerCase().match(/\p{Script=Latin}+/gu) ?? []
  return words.filter((word) => languagesOfWord(word) !== undefined).length >= 3
}

/** Letters of Ukrainian, Belarusian, Serbian and others that Russian does not have. */
const notRussian = /[іїєґўђћџљњјѓќѕ]/iu
