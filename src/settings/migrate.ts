import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { Clock } from '../kernel/clock.ts'
import { MIGRATIONS } from './migrations/index.ts'
import { notMigrated } from './open-error.ts'
import { patiently } from './patience.ts'

/**
 * Migrates the database in one transaction. Any number of processes may do so at the same time. Fails with
 * `settings.not-migrated`, also if the database has a step that `migrations` lacks: a newer Lector made it.
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
