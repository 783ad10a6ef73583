import type { Kysely } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('guild_settings')
    .addColumn('guild_id', 'text', (column) => column.primaryKey())
    .addColumn('voice', 'text')
    .addColumn('style', 'text')
    .addColumn('language', 'text')
    .addColumn('engine', 'text')
    .addColumn('model', 'text')
    .addColumn('speed', 'double precision')
    .addColumn('volume', 'double precision')
    .addColumn('max_length', 'integer')
    .addColumn('announce_names', 'text')
    .addColumn('announce_language', 'text')
    .addColumn('announce_joins', 'integer')
    .addColumn('announce_leaves', 'integer')
    .addColumn('queue_size', 'integer')
    .addColumn('queue_per_member', 'integer')
    .addColumn('member_rate_per_minute', 'integer')
    .addColumn('server_day_budget', 'bigint')
    .addColumn('server_month_budget', 'bigint')
    .addColumn('member_day_budget', 'bigint')
    .addColumn('member_month_budget', 'bigint')
    .addColumn('at_budget', 'text')
    .addColumn('read_bots', 'integer')
    .addColumn('read_webhooks', 'integer')
    .addColumn('read_embeds', 'integer')
    .addColumn('must_be_in_voice', 'integer')
    .addColumn('auto_join', 'integer')
    .addColumn('leave_when_alone_after', 'bigint')
    .addColumn('ignore_prefix', 'text')
    .addColumn('require_prefix', 'text')
    .execute()

  await db.schema
    .createTable('channel_settings')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('voice', 'text')
    .addColumn('style', 'text')
    .addColumn('language', 'text')
    .addPrimaryKeyConstraint('channel_settings_key', ['guild_id', 'channel_id'])
    .execute()

  await db.schema
    .createTable('read_channel')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('voice_channel_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('read_channel_key', ['guild_id', 'channel_id'])
    .execute()

  await db.schema
    .createTable('role_rule')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('role_id', 'text', (column) => column.notNull())
    .addColumn('rule', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('role_rule_key', ['guild_id', 'role_id'])
    .execute()

  await db.schema
    .createTable('unread_member')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('unread_member_key', ['guild_id', 'user_id'])
    .execute()

  await db.schema
    .createTable('style_preset')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('style', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('style_preset_key', ['guild_id', 'name'])
    .execute()

  await db.schema
    .createTable('member_settings')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('voice', 'text')
    .addColumn('style', 'text')
    .addColumn('language', 'text')
    .addColumn('speed', 'double precision')
    .addColumn('name', 'text')
    .addPrimaryKeyConstraint('member_settings_key', ['guild_id', 'user_id'])
    .execute()

  await db.schema
    .createTable('opt_out')
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('opt_out_key', ['user_id', 'guild_id'])
    .execute()

  await db.schema
    .createTable('word')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('pattern', 'text', (column) => column.notNull())
    .addColumn('replacement', 'text', (column) => column.notNull())
    .addColumn('whole_word', 'integer', (column) => column.notNull())
    .addColumn('match_case', 'integer', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('word_key', ['guild_id', 'user_id', 'kind', 'pattern'])
    .execute()

  await db.schema
    .createTable('usage')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('characters', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('usage_key', ['guild_id', 'user_id', 'scope', 'period'])
    .execute()

  await db.schema
    .createTable('voice_intent')
    .addColumn('guild_id', 'text', (column) => column.primaryKey())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .execute()
}
