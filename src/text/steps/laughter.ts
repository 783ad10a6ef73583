import type { LanguageCode } from '../../kernel/languages.ts'
import type { Step } from '../context.ts'

/** Laughter and applause that are written in numbers, where nothing is counted: 2333 and 555 in Chinese, 888 in Japanese. */
export const laughter: Step = (text, { context }) => {
  const sounds = context.expandShorthand ? SOUNDS[context.language] : undefined
  if (!sounds || !/\d{2}/.test(text)) return text
  return sounds.reduce((text, [pattern, sound]) => text.replace(pattern, sound), text)
}

/** Alone in its clause. */
const alone = (digits: string) =>
  new RegExp(`(?<=^|[\\n,，。！!？?～~…])(\\s*)${digits}(?=\\s*(?:$|[\\n,，。！!？?～~…]))`, 'gu')

/** At the end of a clause, behind words, when it is so long that it counts nothing; not behind what has a number. */
const atEnd = (digits: string) =>
  new RegExp(
    `(?<=[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー！!～~])(?<![号群码间室格第话房楼门路股价番])(\\s?)${digits}(?=\\s*(?:$|[\\n,，。！!？?～~…]))`,
    'gu',
  )

const SOUNDS: Readonly<Partial<Record<LanguageCode, readonly (readonly [RegExp, string])[]>>> = {
  zh: [
    [alone('23{2,}'), '$1哈哈哈'],
    [atEnd('23{3,}'), '$1哈哈哈'],
    [alone('5{3,}'), '$1呜呜呜'],
    [atEnd('5{4,}'), '$1呜呜呜'],
    [alone('6{3,}'), '$1六六六'],
    [atEnd('6{4,}'), '$1六六六'],
    [alone('886?'), '$1拜拜'],
  ],
  ja: [
    [alone('8{3,}'), '$1パチパチパチ'],
    [atEnd('8{4,}'), '$1パチパチパチ'],
  ],
}
