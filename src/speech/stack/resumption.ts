import { durationOf } from '../../audio/format.ts'
import { Borders } from '../../text/borders.ts'
import { countCharacters } from '../characters.ts'

/**
 * Knows how fast engines speak, so that a speech that broke off can go on where it was.
 *
 * Providers do not say which word a sound belongs to. So the place is estimated from how long was spoken, by the
 * slowest pace that was heard lately: then the estimate lies before the true place, and what it costs is that some
 * words are heard twice. Words that nobody hears would be worse. Speech goes on with the sentence of that place, from
 * its beginning, since half a sentence is understood by nobody.
 */
export class Resumption {
  #paces: readonly number[] = []

  /** To be told of every text that was spoken to its end. */
  learn(text: string, bytes: number): void {
    const characters = countCharacters(text)
    if (characters < TELLING) return
    this.#paces = [...this.#paces.slice(1 - REMEMBERED), durationOf(bytes) / characters]
  }

  /** What is left to say of a text of which so much was heard: at least its last sentence. */
  rest(text: string, bytes: number): string {
    const pace = this.#paces.length > 0 ? Math.max(...this.#paces) : SLOW
    const spoken = durationOf(bytes) / pace
    const ends = new Borders(text).at('sentence').slice(0, -1)
    const from = ends.findLast((end) => countCharacters(text.slice(0, end)) <= spoken) ?? 0
    return text.slice(from)
  }
}

/** Milliseconds per counted character: hardly any voice is slower, and the usual is 65 in English, 110 in Chinese. */
const SLOW = 160
/** The pauses around a short text say little about how fast it was spoken. */
const TELLING = 40
const REMEMBERED = 8
