import type { SpeakContext } from './context.ts'
import { punctuationOf } from './punctuation.ts'
import { type Held, SLOT, type Slots } from './slots.ts'

/** Puts the held phrases back. Repeated phrases are counted: "3 links", "4 times red heart". */
export function release(text: string, slots: Slots, context: SpeakContext): string {
  const spoken = putExact(text, slots).replace(runs, (run, at: number, whole: string) => {
    const held = [...run].flatMap((character) => slots.get(character) ?? [])
    const phrases = groups(held).map((group) => spokenGroup(group, context))
    const before = isAt(wordBefore, whole, at) ? ' ' : ''
    const after = isAt(wordAfter, whole, at + run.length) ? ' ' : ''
    return before + phrases.join(punctuationOf(context.language).comma) + after
  })
  return oneLine(spoken)
}

/** The writer's own words, for detecting their language, without phrases in the server's language. */
export function writersWords(text: string, slots: Slots): string {
  return oneLine(putExact(text, slots).replace(runs, ' '))
}

/** A word replaced by silence leaves a gap. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

function putExact(text: string, slots: Slots): string {
  return text.replace(anySlot, (character) => {
    const held = slots.get(character)
    return held?.kind === 'exact' ? held.spoken : character
  })
}

const anySlot = new RegExp(`[${SLOT}]`, 'gu')
const runs = new RegExp(`[${SLOT}](?:[\\s,，、]*[${SLOT}])*`, 'gu')
const wordBefore = /(?<=[\p{L}\p{N}\p{M}.,:;!?…%)"'»”’])/uy
const wordAfter = /[\p{L}\p{N}]/uy

function isAt(sticky: RegExp, text: string, index: number): boolean {
  sticky.lastIndex = index
  return sticky.test(text)
}

/** Groups equal neighbours; links form a group even if they lead to different sites. */
function groups(held: readonly Held[]): Held[][] {
  const groups: Held[][] = []
  for (const phrase of held) {
    const group = groups.at(-1)
    const first = group?.[0]
    if (first?.kind === phrase.kind && (phrase.kind === 'link' || first.spoken === phrase.spoken)) group!.push(phrase)
    else groups.push([phrase])
  }
  return groups
}

function spokenGroup(group: readonly Held[], { phrases }: SpeakContext): string {
  const { kind, spoken } = group[0]!
  switch (kind) {
    case 'emoji':
      return group.length > 1 ? phrases.times(group.length, spoken) : spoken
    case 'link':
      if (group.length > 1) return phrases.links(group.length)
      return spoken === '' ? phrases.link : phrases.linkTo(spoken)
    case 'picture':
      return phrases.emojis(group.length)
    case 'code':
    case 'spoiler':
      return phrases[kind]
    default:
      return spoken
  }
}
