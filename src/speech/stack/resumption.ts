import { durationOf } from '../../audio/format.ts'
import { Borders } from '../../text/borders.ts'
import { countCharacters } from '../characters.ts'

/**
 * Estimates how much of a text was spoken when its speech broke off.
 *
 * Providers do not say which word a sound belongs to, so the place is estimated from the duration and the pace of this
 * voice. Speech resumes at the sentence of that place, from its beginning, because half a sentence is hard to follow.
 * The slowest recent pace is used: then the estimate lies before the true place, and some words are heard twice instead
 * of never.
 */
export class Resumption {
  readonly #paces = new Map<string, readonly number[]>()

  /** Learns from a text that was spoken to its end. `voice` identifies what spoke: engine, model and voice. */
  learn(voice: string, text: string, bytes: number): void {
    const characters = countCharacters(text)
    if (characters < TELLING) return
    const paces = this.#paces.get(voice) ?? []
    this.#paces.delete(voice)
    this.#paces.set(voice, [...paces.slice(1 - REMEMBERED), durationOf(bytes) / characters])
    if (this.#paces.size > MOST_VOICES) this.#paces.delete(this.#paces.keys().next().value!)
  }

  /** Whether so much sound is about as long as the text, so that only its end mark is missing. */
  isWhole(voice: string, text: string, bytes: number): boolean {
    const characters = countCharacters(text)
    const pace = this.#slowest(voice)
    const spoken = durationOf(bytes)
    // So much more than the text is something else.
    if (spoken > 2_000 + 2 * characters * (pace ?? SLOW)) return false
    if (pace === undefined) return spoken >= leastDurationOf(text) * (characters > LONG ? 1.2 : 1)
    return spoken >= Math.max(characters * pace * 0.8, (characters - MISSABLE) * pace)
  }

  /** What is left to say of a text of which so much was heard: at least its last sentence. */
  rest(voice: string, text: string, bytes: number): string {
    const spoken = durationOf(bytes) / (this.#slowest(voice) ?? SLOW)
    const ends = new Borders(text).at('sentence').slice(0, -1)
    const from = ends.findLast((end) => countCharacters(text.slice(0, end)) <= spoken) ?? 0
    return text.slice(from)
  }

  #slowest(voice: string): number | undefined {
    const paces = this.#paces.get(voice)
    return paces && Math.max(...paces)
  }
}

/** How long a fast voice needs for a text, in milliseconds: the scripts differ in how much a character says. */
function leastDurationOf(text: string): number {
  let sum = 0
  for (const character of text) sum += LEAST.find(([script]) => script.test(character))?.[1] ?? LEAST_LETTER
  return sum
}

/** Usual voices need a third more: 65 a letter, 220 a Han character, 130 a kana, 180 a syllable of Hangul. */
const LEAST: readonly (readonly [RegExp, number])[] = [
  [/\p{Script=Han}/u, 160],
  [/\p{Script=Hangul}/u, 130],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 95],
]
const LEAST_LETTER = 50

/** Milliseconds per counted character; hardly any voice is slower. */
const SLOW = 160
/** Characters from which a text has pauses. */
const LONG = 100
/** About a second of speech: voices vary by as much, and it is less than most sentences. */
const MISSABLE = 15
/** The pauses around a short text say little about how fast it was spoken. */
const TELLING = 40
const REMEMBERED = 8
const MOST_VOICES = 500
