import type { Step } from '../context.ts'

/** The member's dictionary first, then the server's; what one has answered, the next cannot touch. */
export const pronounce: Step = (text, { context, slots }) =>
  context.pronunciations.reduce(
    (spoken, dictionary) => dictionary(spoken, (word) => slots.hold({ kind: 'exact', spoken: word })),
    text,
  )
