import { restartPatternTime } from '../bounded-pass.ts'
import type { Step } from '../context.ts'
import { SLOT } from '../slots.ts'

/**
 * The member's dictionary first, then the server's; what one has answered, the next cannot touch. They see plain text
 * only: a greedy pattern must not swallow the word "spoiler".
 */
export const pronounce: Step = (text, { context, slots }) => {
  restartPatternTime()
  const hold = (spoken: string) => slots.hold({ kind: 'exact', spoken: spoken.replace(anySlot, '') })
  return context.pronunciations.flat().reduce(
    (spoken, pass) =>
      spoken
        .split(aroundSlots)
        .map((part, index) => (index % 2 === 0 ? pass(part, hold) : part))
        .join(''),
    text,
  )
}

const anySlot = new RegExp(`[${SLOT}]`, 'gu')
const aroundSlots = new RegExp(`([${SLOT}])`, 'u')
