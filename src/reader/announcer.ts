import type { Clock } from '../kernel/clock.ts'
import type { GuildValues } from '../settings/types.ts'

/** After a pause of this length the name is said again. */
const FORGOTTEN_AFTER_MS = 60_000

/** Decides before which messages of one server the author's name is said. */
export class Announcer {
  readonly #clock: Clock
  #last: { readonly id: string; readonly speaker: string; readonly at: number } | undefined

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /**
   * True when the name is to be said.
   * @param speaker who speaks now, and to whom
   * @param previous the id of the utterance right before
   */
  announces(speaker: string, previous: string | undefined, rule: GuildValues['announceNames']): boolean {
    if (rule !== 'change') return rule === 'always'
    const last = this.#last
    if (!last || last.id !== previous || last.speaker !== speaker) return true
    return this.#clock.now() - last.at > FORGOTTEN_AFTER_MS
  }

  /** An utterance of this speaker is about to start. */
  heard(id: string, speaker: string): void {
    this.#last = { id, speaker, at: this.#clock.now() }
  }

  /** The utterance ended just now. */
  finished(id: string): void {
    if (this.#last?.id === id) this.#last = { ...this.#last, at: this.#clock.now() }
  }

  /** The utterance was dropped or broken off. */
  unheard(id: string): void {
    if (this.#last?.id === id) this.#last = undefined
  }
}
