import type { Step } from '../context.ts'
import { SHORTHAND } from '../shorthand.ts'

/** Chat shorthand in full: "brb" is "be right back". Words of the server's language only. */
export const shorthand: Step = (text, { context }) => {
  if (!context.expandShorthand) return text
  const known = SHORTHAND[context.language]
  return text.replace(/(?<![\p{L}\p{N}@#/._'’-])[\p{L}\p{N}]{1,12}(?![\p{L}\p{N}\p{M}@/_'’-])/gu, (word) =>
    Object.hasOwn(known, word.toLowerCase()) ? known[word.toLowerCase()]! : word,
  )
}
