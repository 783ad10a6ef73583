import type { Kysely } from 'kysely'

/** Which process runs which shards, when the next one may log in, and which messages have been dealt with. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('fleet')
    .addColumn('bot_id', 'text', (column) => column.primaryKey())
    .addColumn('shard_count', 'integer', (column) => column.notNull())
    .addColumn('block_size', 'integer', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('shard_block')
    .addColumn('bot_id', 'text', (column) => column.notNull())
    .addColumn('block', 'integer', (column) => column.notNull())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('host', 'text', (column) => column.notNull())
    .addColumn('pid', 'integer', (column) => column.notNull())
    .addColumn('epoch', 'bigint', (column) => column.notNull())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .addColumn('expires', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('shard_block_key', ['bot_id', 'block'] as never[])
    .execute()
  await db.schema
    .createTable('identify_slot')
    .addColumn('bot_id', 'text', (column) => column.notNull())
    .addColumn('bucket', 'integer', (column) => column.notNull())
    .addColumn('not_before', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('identify_slot_key', ['bot_id', 'bucket'] as never[])
    .execute()
  await db.schema
    .createTable('failed_start')
    .addColumn('bot_id', 'text', (column) => column.primaryKey())
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('handled_message')
    .addColumn('message_id', 'text', (column) => column.primaryKey())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('handled_message_by_time').on('handled_message').column('at').execute()
}
