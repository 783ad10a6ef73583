import type { Kysely, Transaction } from 'kysely'
import type { Clock } from '../kernel/clock.ts'
import { isLectorError, LectorError } from '../kernel/errors.ts'
import type { Changes } from './changes.ts'
import { reasonOf } from './database-error.ts'
import { patiently } from './patience.ts'
import type { Tables } from './schema.ts'
import type { SettingsChange } from './types.ts'

export type Reader = Kysely<Tables>
export type Writer = Transaction<Tables>

export interface DatabaseOptions {
  readonly db: Kysely<Tables>
  readonly clock: Clock
  readonly changes: Changes
  /** Notifies other processes inside the transaction: they hear of the change if and only if it is committed. */
  readonly announce?: (writer: Writer, change: SettingsChange) => Promise<void>
}

/** Runs queries: waits for locks, turns every failure into a `LectorError`, and reports changes. */
export class Database {
  readonly clock: Clock
  readonly #options: DatabaseOptions
  readonly #running = new Set<Promise<unknown>>()

  constructor(options: DatabaseOptions) {
    this.clock = options.clock
    this.#options = options
  }

  async read<T>(what: string, query: (reader: Reader) => Promise<T>): Promise<T> {
    try {
      return await this.#run(() => query(this.#options.db))
    } catch (error) {
      if (isLectorError(error)) throw error
      throw new LectorError('settings.not-read', {}, `Cannot read ${what}: ${reasonOf(error)}`, { retryable: true })
    }
  }

  /**
   * One transaction, all or nothing. It is repeated until no lock is in its way. Throwing `Undo` inside rolls
   * everything back and returns the result that it carries.
   */
  async write<T>(what: string, change: SettingsChange | undefined, run: (writer: Writer) => Promise<T>): Promise<T> {
    const transaction = async (writer: Writer) => {
      const result = await run(writer)
      if (change) await this.#options.announce?.(writer, change)
      return result
    }
    try {
      const result = await this.#run(() => this.#options.db.transaction().execute(transaction))
      if (change) this.#options.changes.emit(change)
      return result
    } catch (error) {
      if (error instanceof Undo) return error.result as T
      if (isLectorError(error)) throw error
      throw new LectorError('settings.not-saved', {}, `Cannot save ${what}: ${reasonOf(error)}`, { retryable: true })
    }
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.#running)
    await this.#options.db.destroy()
  }

  async #run<T>(run: () => Promise<T>): Promise<T> {
    const running = patiently(this.clock, run)
    this.#running.add(running)
    try {
      return await running
    } finally {
      this.#running.delete(running)
    }
  }
}

export class Undo extends Error {
  readonly result: unknown

  constructor(result: unknown) {
    super('The transaction is taken back')
    this.result = result
  }
}
