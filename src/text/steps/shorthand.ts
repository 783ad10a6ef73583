import type { Step } from '../context.ts'
import { SHORTHAND } from '../shorthand.ts'

/** Chat shorthand in full: "brb" is "be right back". Words of the server's language only. */
export const shorthand: Step = (text, { context }) => {
  if (!context.expandShorthand) return text
  const known = SHORTHAND[context.language]
  return text.replace(words, (word) => {
    const key = word.toLowerCase()
    return Object.hasOwn(known, key) ? known[key]! : word
  })
}

/** Runs of one script, for "진짜ㅋㅋ" and "你yyds" have no space; not inside addresses, names and compounds. */
const words =
  /(?<![\p{Script=Latin}\p{N}\p{M}@#/._'’-])[\p{Script=Latin}\p{N}]+(?![\p{M}@/_'’-]|\.\p{L})|[ㄱ-ㅣ]+|(?<![@#/._-])\p{Script=Cyrillic}+(?![\p{M}@/_-]|\.\p{L})/gu
