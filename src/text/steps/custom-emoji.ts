import type { Step } from '../context.ts'

/** `<:partyBlob:1>` is "party Blob". Before links, which would take `<a:name:id>` for an address. */
export const customEmoji: Step = (text, { context, slots }) =>
  text.replace(/<a?:([\p{L}\p{N}_~+-]{1,64}):\d+>/gu, (_, name: string) =>
    context.emoji === 'silent' ? ' ' : slots.hold({ kind: 'emoji', spoken: spokenIdentifier(name) }),
  )

/** An identifier as words: `pepeLaugh_2` is "pepe Laugh 2". */
export function spokenIdentifier(name: string): string {
  const words = name
    .replace(/[_~+-]+/g, ' ')
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .replace(/(\p{L})(?=\p{N})/gu, '$1 ')
    .trim()
  return words === '' ? name : words
}
