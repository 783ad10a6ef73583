import type { Step } from '../context.ts'

/**
 * Shortens repetitions to three of a kind. Numbers are not touched, nor are stars and dots that rate something.
 */
export const repeats: Step = (text) =>
  text
    .replace(/([!?！？])[!?！？]+/gu, (marks) => strongest(marks))
    .replace(/([¡¿])\1+/gu, '$1')
    .replace(/\.{4,}|…{2,}|。{3,}|・{3,}/gu, '…')
    .replace(/([^\p{L}\p{N}\p{M}\p{Co}\s!?.★☆⭐●○■□◆◇])\1{2,}/gu, '$1')
    .replace(/(\p{L})\1{3,}/gu, '$1$1$1')
    .replace(/(\p{L}\p{L}\p{L}?)\1{3,}/gu, '$1$1$1')
    .replace(repeatedWords, '$1 $1 $1')

/** "go go go go", in any mixture of spaces and line breaks. */
const repeatedWords = /(?<![\p{L}\p{N}\p{M}])([\p{L}\p{M}'’]{1,30}[,!?.]?)(?:\s\1){3,}(?![\p{L}\p{N}\p{M}])/giu

/** "?!?!!!" asks and shouts once. */
function strongest(marks: string): string {
  const asks = /[?？]/.exec(marks)?.[0] ?? ''
  const shouts = /[!！]/.exec(marks)?.[0] ?? ''
  return asks + shouts
}
