import type { RequestLimits } from '../../engine.ts'

/**
 * How a server makes sound: while it is sent, or all of it first. One that streams keeps the usual limits; one that
 * makes whole files is given the time it was measured to need, and short texts, so that something is heard early.
 */
export class Tempo {
  readonly #timeout: number | undefined
  #kind: 'unknown' | 'streams' | 'whole'
  /** Milliseconds to the first sound for each character, of a server that makes whole files. */
  #pace = 0
  /** Milliseconds to the first sound of the slowest answer lately. */
  #slowest = 0

  /** @param streams true for a server that is known to stream */
  constructor(timeout: number | undefined, streams: boolean) {
    this.#timeout = timeout
    this.#kind = streams ? 'streams' : 'unknown'
  }

  /**
   * @param wait milliseconds from the request to the first sound
   * @param arrival milliseconds from the first sound to the last
   * @param duration milliseconds of speech
   */
  learn(characters: number, wait: number, arrival: number, duration: number): void {
    if (duration < 1_000) return
    // Sound that is made while it is sent arrives over a while; a file arrives at once, after a wait.
    const isWhole = wait > SLOW && arrival < Math.min(duration / 10, wait / 4)
    this.#kind = isWhole ? 'whole' : 'streams'
    this.#slowest = Math.max(wait, this.#slowest * 0.8)
    this.#pace = isWhole ? Math.max(wait / characters, this.#pace * 0.8) : 0
  }

  /** About how long people wait, in whole seconds, if that is long. */
  get slowSeconds(): number | undefined {
    return this.#kind === 'whole' && this.#slowest >= TOLD ? Math.round(this.#slowest / 1_000) : undefined
  }

  limitsFor(characters: number): RequestLimits {
    const silence = this.#timeout ?? this.#silence(characters)
    return {
      ...(silence !== undefined && { silence }),
      ...(this.#kind === 'whole' && { text: LONGEST_TEXT, firstText: FIRST_TEXT }),
    }
  }

  #silence(characters: number): number | undefined {
    // A server that thinks before it streams may do so again.
    if (this.#kind === 'streams') return this.#slowest > THINKS ? Math.max(UNKNOWN, 3 * this.#slowest) : undefined
    return Math.max(UNKNOWN, 3 * this.#pace * characters)
  }
}

/** Nobody waits so long for a server that streams. */
const SLOW = 1_500
const THINKS = 4_000
/** From here on, people wonder. */
const TOLD = 6_000
/** A small GPU needs 15 s for a sentence (resemble-ai/chatterbox#508), a CPU a minute and more. */
const UNKNOWN = 60_000
/** Characters: two or three sentences, and one. */
const LONGEST_TEXT = 250
const FIRST_TEXT = 100
