import type { Step } from '../context.ts'
import { endsInPunctuation, punctuationOf } from '../punctuation.ts'

/** One line: a line break becomes a short pause, an empty line a long one. */
export const whitespace: Step = (text, { context }) => {
  const { comma, stop } = punctuationOf(context.language)
  let spoken = ''
  let gap = 0
  for (const raw of text.split('\n')) {
    const line = raw.replace(/\s+/gu, ' ').trim()
    if (line === '') gap++
    else if (spoken === '') spoken = line
    else {
      spoken += endsInPunctuation(spoken) ? ` ${line}` : (gap > 0 ? stop : comma) + line
    }
    if (line !== '') gap = 0
  }
  return spoken
}
