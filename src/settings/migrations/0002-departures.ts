import type { Kysely } from 'kysely'

/** Servers that removed Lector, and an index for "everything about this person". */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('guild_departure')
    .addColumn('guild_id', 'text', (column) => column.primaryKey())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .execute()
  for (const table of ['member_settings', 'unread_member', 'word', 'usage']) {
    await db.schema.createIndex(`${table}_by_user`).on(table).column('user_id').execute()
  }
}
