import type { Log } from '../kernel/log.ts'
import type { Id } from '../settings/types.ts'

/** Runs the work of each server in order; different servers do not wait for each other. */
export class KeyedQueue {
  readonly #log: Log
  readonly #last = new Map<Id, Promise<void>>()

  constructor(log: Log) {
    this.#log = log
  }

  /** Resolves when the work is done; a failure is logged. */
  run(guild: Id, work: () => Promise<void> | void): Promise<void> {
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
