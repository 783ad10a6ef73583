import type { Kysely } from 'kysely'

/** How many messages of all members together a server reads per minute. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema.alterTable('guild_settings').addColumn('server_rate_per_minute', 'integer').execute()
}
