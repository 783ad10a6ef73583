import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import type { HandledMessages } from '../settings/fleet-store.ts'
import type { Id } from '../settings/types.ts'

/** Messages older than two minutes are not read any more, so longer memory is of no use. */
const KEPT_MS = 5 * 60_000
const FORGET_EVERY_MS = 60_000

/** Remembers over restarts which messages have been read out or dropped. Writes in the background, in small batches. */
export class HandledLog {
  readonly #store: HandledMessages
  readonly #clock: Clock
  readonly #log: Log
  readonly #waiting = new Map<Id, Id[]>()
  #writing: Promise<void> = Promise.resolve()
  #forgotAt = Number.NEGATIVE_INFINITY

  constructor(store: HandledMessages, clock: Clock, log: Log) {
    this.#store = store
    this.#clock = clock
    this.#log = log
  }

  add(guild: Id, message: Id): void {
    const batch = this.#waiting.get(guild)
    if (batch) batch.push(message)
    else this.#waiting.set(guild, [message])
    // One write at a time; what comes meanwhile goes together.
    if (this.#waiting.size === 1 && !batch) this.#writing = this.#writing.then(() => this.#write())
  }

  /** Those that were handled, by this process or the one before. */
  async among(messages: readonly Id[]): Promise<ReadonlySet<Id>> {
    await this.flush()
    return await this.#store.among(messages)
  }

  /** Resolves when everything added so far is written, or could not be. */
  async flush(): Promise<void> {
    await this.#writing
  }

  async #write(): Promise<void> {
    const batches = [...this.#waiting]
    this.#waiting.clear()
    try {
      for (const [guild, messages] of batches) await this.#store.add(guild, messages)
      if (this.#clock.now() - this.#forgotAt < FORGET_EVERY_MS) return
      this.#forgotAt = this.#clock.now()
      await this.#store.forget(KEPT_MS)
    } catch (error) {
      this.#log.warn({ err: error }, 'messages that were read could not be noted: a restart may read them again')
    }
  }
}
