import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { Clock } from '../kernel/clock.ts'
import { LectorError } from '../kernel/errors.ts'
import { codeOf, reasonOf } from './database-error.ts'
import { MIGRATIONS } from './migrations/index.ts'
import { patiently } from './patience.ts'
import { SqliteError } from './sqlite-dialect.ts'

/**
 * Brings the database up to date, in one transaction. Any number of processes may do so at the same time. Fails with
 * `settings.not-migrated`, also when the database knows a step that `migrations` does not: a newer Lector made it.
 */
export async function migrate<T>(
  db: Kysely<T>,
  clock: Clock,
  migrations: Readonly<Record<string, Migration>> = MIGRATIONS,
): Promise<void> {
  const migrator = new Migrator({
    db: db.withoutPlugins(),
    provider: { getMigrations: async () => ({ ...migrations }) },
  })
  try {
    await patiently(clock, async () => {
      const { error } = await migrator.migrateToLatest()
      if (error !== undefined) throw error
    })
  } catch (error) {
    throw notMigrated(error)
  }
}

export function notMigrated(error: unknown): LectorError {
  const message = `Cannot open the settings or bring them up to date: ${explain(error)}`
  return new LectorError('settings.not-migrated', {}, message)
}

/** Without a database's code it is Kysely that speaks, and it names steps only. */
function explain(error: unknown): string {
  const fromKysely = error instanceof Error && !(error instanceof SqliteError) && codeOf(error) === undefined
  return fromKysely ? error.message : reasonOf(error)
}
