import { backoff } from '../kernel/backoff.ts'
import type { Clock } from '../kernel/clock.ts'
import { codeOf } from './database-error.ts'
import { SqliteError } from './sqlite-dialect.ts'

/**
 * How long to wait for another writer's lock, in steps, without blocking the thread. Only the pauses
 * count: a write that is queued behind others of this process has not met a lock yet.
 */
const PATIENCE = 2_000
const PAUSES = { first: 5, longest: 100 }

/** Retries until no lock is in the way. Throws every other failure, and a lock that stays. */
export async function patiently<T>(clock: Clock, run: () => Promise<T>): Promise<T> {
  let waited = 0
  for (let retry = 1; ; retry++) {
    try {
      return await run()
    } catch (error) {
      if (!isLock(error) || waited >= PATIENCE) throw error
      const pause = backoff(retry, PAUSES)
      await clock.sleep(pause)
      waited += pause
    }
  }
}

const SQLITE_BUSY = 5
/** Postgres ends one of two transactions that wait for each other. */
const POSTGRES_DEADLOCK = '40P01'

function isLock(error: unknown): boolean {
  // The low byte is the primary code: SQLITE_BUSY_SNAPSHOT and the like are kinds of SQLITE_BUSY.
  if (error instanceof SqliteError) return (error.errcode & 0xff) === SQLITE_BUSY
  return codeOf(error) === POSTGRES_DEADLOCK
}
