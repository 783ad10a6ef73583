import type { Log } from '../kernel/log.ts'
import type { Id } from '../settings/types.ts'

/** Work that belongs to one server is done in the order in which it came, whatever each piece waits for. */
export class Turns {
  readonly #log: Log
  readonly #last = new Map<Id, Promise<void>>()

  constructor(log: Log) {
    this.#log = log
  }

  /** Resolves when this work is done; a failure is logged. */
  take(guild: Id, work: () => Promise<void> | void): Promise<void> {
    const turn = (this.#last.get(guild) ?? Promise.resolve()).then(work).catch((error: unknown) => {
      this.#log.warn({ guildId: guild, err: error }, 'the reader could not follow an event')
    })
    this.#last.set(guild, turn)
    void turn.then(() => {
      if (this.#last.get(guild) === turn) this.#last.delete(guild)
    })
    return turn
  }
}
