import { type Kysely, sql } from 'kysely'

/** How texts are put into words, the time zones of servers and members, and how much of an embed is read. */
export async function up(db: Kysely<never>): Promise<void> {
  const columns = [
    ['mark_repeats', 'integer'],
    ['expand_shorthand', 'integer'],
    ['emoji', 'text'],
    ['time_zone', 'text'],
    ['embeds', 'text'],
  ] as const
  for (const [name, type] of columns) await db.schema.alterTable('guild_settings').addColumn(name, type).execute()
  await sql`update guild_settings set embeds = case read_embeds when 1 then 'title' when 0 then 'off' end`.execute(db)
  await db.schema.alterTable('guild_settings').dropColumn('read_embeds').execute()
  await db.schema.alterTable('member_settings').addColumn('time_zone', 'text').execute()
}
