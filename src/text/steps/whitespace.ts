import type { Step } from '../context.ts'
import { joinWith, punctuationOf } from '../punctuation.ts'

/** Joins lines: a line break becomes a short pause, an empty line a long one. */
export const whitespace: Step = (text, { context }) => {
  const { comma, stop } = punctuationOf(context.language)
  const paragraphs = text
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .join('\n')
    .split(/\n{2,}/)
  return joinWith(
    stop,
    paragraphs.map((paragraph) => joinWith(comma, paragraph.split('\n'))),
  )
}
