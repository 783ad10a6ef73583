import { restartPatternTime } from '../bounded-pass.ts'
import type { Step } from '../context.ts'
import { SLOT } from '../slots.ts'

/**
 * The member's dictionary first, then the server's; what one has answered, the next cannot touch. It comes before emoji
 * and faces, so that entries for them hold. Entries see plain text only: a greedy pattern must not swallow a spoiler.
 */
export const pronounce: Step = (text, { context, slots }) => {
  restartPatternTime()
  const passes = context.pronunciations.flat()
  if (passes.length === 0) return text
  return passes.reduce(
    (spoken, pass) =>
      spoken
        .split(aroundSlots)
        .map((part, index) => {
          if (index % 2 === 1 || part === '') return part
          return pass(part, (said, from, to) =>
            slots.hold({ kind: 'exact', spoken: setOff(said.replace(anySlot, ''), part, from, to) }),
          )
        })
        .join(''),
    text,
  )
}

const anySlot = new RegExp(`[${SLOT}]`, 'gu')
const aroundSlots = new RegExp(`([${SLOT}])`, 'u')

/** Words in place of a sign need the spaces that the sign did not: "really?" is "really question mark". */
function setOff(said: string, part: string, from: number, to: number): string {
  if (/[\p{L}\p{N}]/u.test(part.slice(from, to)) || !/[\p{L}\p{N}]/u.test(said)) return said
  const before = from === 0 || /[^\s(]/u.test(part.charAt(from - 1)) ? ' ' : ''
  const after = to === part.length || /[\p{L}\p{N}\p{Cs}\p{Extended_Pictographic}]/u.test(part.charAt(to)) ? ' ' : ''
  return before + said + after
}
