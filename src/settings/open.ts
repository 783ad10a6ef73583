import { type Clock, systemClock } from '../kernel/clock.ts'
import { openPostgres } from './open-postgres.ts'
import { openSqlite, type SqliteStore } from './open-sqlite.ts'
import type { SettingsStore } from './store.ts'

export interface SettingsOptions {
  /** `postgres://…`; without it the settings are in a file of the data directory. */
  readonly url?: string
  readonly directory: string
  readonly clock?: Clock
}

/** Opens the settings in Postgres or in a file, as configured. */
export async function openSettings({
  url,
  directory,
  clock = systemClock,
}: SettingsOptions): Promise<SettingsStore & Partial<Pick<SqliteStore, 'backup'>>> {
  return url === undefined ? await openSqlite(directory, clock) : await openPostgres(url, clock)
}
