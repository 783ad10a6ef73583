import type { SpeakContext, Step } from './context.ts'
import type { Lookups } from './message.ts'
import { ownWords, release } from './release.ts'
import { Slots } from './slots.ts'
import { customEmoji } from './steps/custom-emoji.ts'
import { emoji } from './steps/emoji.ts'
import { emoticons, famousKaomoji } from './steps/emoticons.ts'
import { hidden } from './steps/hidden.ts'
import { invisible } from './steps/invisible.ts'
import { links } from './steps/links.ts'
import { markdown } from './steps/markdown.ts'
import { mentions } from './steps/mentions.ts'
import { plainLetters } from './steps/plain-letters.ts'
import { pronounce } from './steps/pronounce.ts'
import { repeats } from './steps/repeats.ts'
import { shorthand } from './steps/shorthand.ts'
import { timestamps } from './steps/timestamps.ts'
import { whitespace } from './steps/whitespace.ts'

export interface Cleaned {
  /** As it is to be spoken; empty if nothing is left. */
  readonly spoken: string
  /** The writer's own words alone. */
  readonly words: string
}

/**
 * The order is the meaning. Secrets go first, before anything could swallow a bar of theirs; emoji and mentions before
 * links, which would take `<a:name:id>` for an address; marks only after everything that contains some; dictionaries
 * on plain words. The text is cut later, when no half mark can be left behind.
 */
const STEPS: readonly Step[] = [
  invisible,
  plainLetters,
  famousKaomoji,
  hidden,
  customEmoji,
  mentions,
  timestamps,
  links,
  emoji,
  emoticons,
  markdown,
  pronounce,
  repeats,
  shorthand,
  whitespace,
]

/** One text in Discord's markup, through all steps. */
export function clean(content: string, lookups: Lookups, context: SpeakContext): Cleaned {
  const slots = new Slots()
  const text = STEPS.reduce((text, step) => step(text, { context, lookups, slots }), content)
  return { spoken: release(text, slots, context), words: ownWords(text, slots) }
}
