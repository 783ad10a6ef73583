import { setTimeout as sleep } from 'node:timers/promises'
import { isLectorError } from './kernel/errors.ts'
import type { Log } from './kernel/log.ts'

/** A database that a host starts together with the bot may take a minute until it answers. */
const PATIENCE_MS = 120_000
const PAUSE_MS = 2_000

/** Tries again as long as the database is only away: another start of the process would do no more. */
export async function untilDatabaseAnswers<T>(open: () => Promise<T>, log: Log, patience = PATIENCE_MS): Promise<T> {
  const deadline = performance.now() + patience
  for (let isFirst = true; ; isFirst = false) {
    try {
      return await open()
    } catch (error) {
      const isAway = isLectorError(error) && error.code === 'settings.not-migrated' && error.retryable
      if (!isAway || performance.now() + PAUSE_MS > deadline) throw error
      if (isFirst) log.warn({ err: error }, 'waiting for the database')
      await sleep(PAUSE_MS)
    }
  }
}
