import type { SpeakContext } from './context.ts'
import { cut } from './cut.ts'
import { NO_LOOKUPS } from './message.ts'
import { release, writersWords } from './release.ts'
import { Slots } from './slots.ts'
import { emoji } from './steps/emoji.ts'
import { faces } from './steps/faces.ts'
import { invisible } from './steps/invisible.ts'
import { markedFaces } from './steps/marked-faces.ts'
import { plainLetters } from './steps/plain-letters.ts'
import { pronounce } from './steps/pronounce.ts'
import { repeats } from './steps/repeats.ts'
import { whitespace } from './steps/whitespace.ts'

/** Limit of a spoken name in graphemes; Discord allows 32 characters, and 100 for channels. */
const LONGEST_NAME = 40

/**
 * The spoken name of a member, role or channel, without ornaments: "꧁🔥 Mia_K 🔥꧂" is "Mia K". A name of emoji alone is
 * said by the emoji's names; a name without anything to say is `otherwise`.
 */
export function spokenName(name: string | undefined, context: SpeakContext, otherwise: string): string {
  if (name === undefined || name === '') return otherwise
  const slots = new Slots()
  const scene = { context: { ...context, emoji: 'names' as const }, lookups: NO_LOOKUPS, slots }
  const cleaned = nameSteps.reduce((text, step) => step(text, scene), name)
  const words = writersWords(cleaned, slots)
  const spoken = hasWords.test(words) ? words : release(cleaned, slots, context)
  return hasWords.test(spoken) ? cut(spoken, LONGEST_NAME) : otherwise
}

const hasWords = /[\p{L}\p{N}]/u

const nameSteps = [invisible, plainLetters, markedFaces, pronounce, faces, emoji, unadorned, repeats, whitespace]

/** Replaces signs by spaces, except inside words ("Anne-Marie", "O'Neil", "J. R.", "R&B"). */
function unadorned(name: string): string {
  return name
    .replace(/[^\p{L}\p{N}\p{M}\p{Co}\s'’.&+-]+|(?<![\p{L}\p{N}\p{M}.])['’.&+-]+|['’&+-]+(?![\p{L}\p{N}])/gu, ' ')
    .replace(/[_\s]+/g, ' ')
    .trim()
}
