import type { SpeakContext, Step, TextRule } from './context.ts'
import type { Lookups } from './message.ts'
import { release, writersWords } from './release.ts'
import { Slots } from './slots.ts'
import { bracketSmiles } from './steps/bracket-smiles.ts'
import { customEmoji } from './steps/custom-emoji.ts'
import { emails } from './steps/emails.ts'
import { emoji } from './steps/emoji.ts'
import { emphasis } from './steps/emphasis.ts'
import { faces } from './steps/faces.ts'
import { furigana } from './steps/furigana.ts'
import { hidden } from './steps/hidden.ts'
import { htmlEntities } from './steps/html-entities.ts'
import { invisible } from './steps/invisible.ts'
import { jamo } from './steps/jamo.ts'
import { laughter } from './steps/laughter.ts'
import { links } from './steps/links.ts'
import { loneSigns } from './steps/lone-signs.ts'
import { markdown } from './steps/markdown.ts'
import { markedFaces } from './steps/marked-faces.ts'
import { mentions } from './steps/mentions.ts'
import { plainLetters } from './steps/plain-letters.ts'
import { pronounce } from './steps/pronounce.ts'
import { repeats } from './steps/repeats.ts'
import { shorthand } from './steps/shorthand.ts'
import { timestamps } from './steps/timestamps.ts'
import { whitespace } from './steps/whitespace.ts'

export interface Cleaned {
  /** Spoken text; empty if nothing is left. */
  readonly spoken: string
  /** The writer's own words, without phrases. */
  readonly words: string
}

/**
 * The order is the meaning. Secrets go first, before anything could swallow a bar of theirs; custom emoji and mentions
 * before links, which would take `<a:name:id>` for an address; then the dictionaries, so that they hold for emoji, faces
 * and signs too; marks only after everything that contains some. The text is cut later, when no half mark can be left.
 */
const STEPS: readonly (readonly [TextRule, Step])[] = [
  ['letters', invisible],
  ['letters', htmlEntities],
  ['letters', plainLetters],
  ['faces', markedFaces],
  ['hidden', hidden],
  ['emoji', customEmoji],
  ['mentions', mentions],
  ['times', timestamps],
  ['links', links],
  ['links', emails],
  ['formatting', emphasis],
  ['words', pronounce],
  ['faces', faces],
  ['emoji', emoji],
  ['faces', bracketSmiles],
  ['letters', furigana],
  ['shorthand', shorthand],
  ['shorthand', laughter],
  ['shorthand', jamo],
  ['formatting', markdown],
  ['signs', loneSigns],
  ['repeats', repeats],
  ['formatting', whitespace],
]

/** Titles and the answers of a poll are said as they are written. */
const ONLY_IN_MESSAGES: readonly Step[] = [shorthand, laughter, loneSigns]
const STEPS_FOR_TITLES = STEPS.filter(([, step]) => !ONLY_IN_MESSAGES.includes(step))

/** One text in Discord's markup, through all steps. */
export function clean(content: string, lookups: Lookups, context: SpeakContext, steps = STEPS): Cleaned {
  const slots = new Slots()
  const text = steps.reduce((text, [, step]) => step(text, { context, lookups, slots }), content)
  return { spoken: release(text, slots, context), words: writersWords(text, slots) }
}

/** The same for a title. */
export function cleanTitle(title: string, lookups: Lookups, context: SpeakContext): string {
  return clean(title, lookups, context, STEPS_FOR_TITLES).spoken
}

export interface Change {
  /** The rule that changed the text. */
  readonly rule: TextRule
  /** The text as it would be said after it. */
  readonly text: string
}

/** Why a text is said as it is: each rule that changes it, in order. */
export function explain(content: string, lookups: Lookups, context: SpeakContext): Change[] {
  const slots = new Slots()
  const changes: Change[] = []
  let text = content
  let before = release(text, slots, context)
  for (const [rule, step] of STEPS) {
    text = step(text, { context, lookups, slots })
    const after = release(text, slots, context)
    if (after === before) continue
    if (changes.at(-1)?.rule === rule) changes.pop()
    changes.push({ rule, text: after })
    before = after
  }
  return changes
}
