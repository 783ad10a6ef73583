import type { Kysely } from 'kysely'

/** Who may skip or stop what other people say. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema.alterTable('guild_settings').addColumn('interrupting', 'text').execute()
}
