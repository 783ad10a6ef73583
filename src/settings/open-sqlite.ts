import { mkdir, open, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { CamelCasePlugin, Kysely, sql } from 'kysely'
import { type Clock, systemClock } from '../kernel/clock.ts'
import { LectorError } from '../kernel/errors.ts'
import { Changes } from './changes.ts'
import { reasonOf } from './database-error.ts'
import { createStore } from './kysely-store.ts'
import { migrate } from './migrate.ts'
import { folderNotUsable } from './open-error.ts'
import type { Tables } from './schema.ts'
import { sqliteDialect } from './sqlite-dialect.ts'
import type { SettingsStore } from './store.ts'

export interface SqliteStore extends SettingsStore {
  /**
   * Writes a complete copy of the database into a new file, without pausing anything. To restore it, stop Lector,
   * replace `lector.db` with the file and remove `lector.db-wal` and `lector.db-shm`; the next start migrates an older
   * copy. Fails with `settings.not-saved`, also if the file exists.
   */
  backup(path: string): Promise<void>
}

/**
 * Opens `lector.db` in the directory, or creates both, readable only by this user. One process at a time: another
 * one would not hear of changes. Fails with `settings.not-migrated`.
 */
export async function openSqlite(directory: string, clock: Clock = systemClock): Promise<SqliteStore> {
  const file = join(directory, 'lector.db')
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 })
    await makePrivate(file, 'a')
  } catch (error) {
    throw folderNotUsable(error, resolve(directory))
  }
  const db = new Kysely<Tables>({ dialect: sqliteDialect(file), plugins: [new CamelCasePlugin()] })
  try {
    await migrate(db, clock)
    await eraseOnce(db)
  } catch (error) {
    await db.destroy()
    throw error
  }
  const store = createStore({ db, dialect: 'sqlite', clock, changes: new Changes(), erase: () => emptyLog(db, clock) })
  return { ...store, backup: (path) => backup(db, path) }
}

/** Files of versions that did not overwrite deleted rows (`secure_delete`) are rewritten without them, once. */
async function eraseOnce(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ user_version: number }>`pragma user_version`.execute(db)
  if (rows[0]?.user_version !== 0) return
  await sql`vacuum`.execute(db)
  await sql`pragma user_version = 1`.execute(db)
}

/** Moves everything from the write-ahead log into the database, where deleted rows are overwritten, and empties it. */
async function emptyLog(db: Kysely<Tables>, clock: Clock): Promise<void> {
  for (let attempt = 0; attempt < CHECKPOINT_ATTEMPTS; attempt++) {
    const done = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db).catch(() => undefined)
    if (done?.rows[0]?.busy === 0) return
    // Another change is under way on the same connection.
    await clock.sleep(20)
  }
}

const CHECKPOINT_ATTEMPTS = 50

async function backup(db: Kysely<Tables>, path: string): Promise<void> {
  try {
    // SQLite would create a file that everyone can read, but keeps the permissions of an existing empty one.
    await makePrivate(path, 'wx')
    try {
      await sql`vacuum into ${path}`.execute(db)
    } catch (error) {
      await rm(path)
      throw error
    }
  } catch (error) {
    const message = `Cannot back up the settings: ${reasonOf(error)}`
    throw new LectorError('settings.not-saved', {}, message, { retryable: true })
  }
}

/** SQLite gives its journal files the permissions of the database. */
async function makePrivate(file: string, flags: 'a' | 'wx'): Promise<void> {
  const handle = await open(file, flags, 0o600)
  try {
    await handle.chmod(0o600)
  } finally {
    await handle.close()
  }
}
