import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { type Clock, systemClock } from '../kernel/clock.ts'
import { Changes } from './changes.ts'
import { createStore } from './kysely-store.ts'
import { migrate } from './migrate.ts'
import { PostgresChannel } from './postgres-channel.ts'
import type { Tables } from './schema.ts'
import type { SettingsStore } from './store.ts'

/** Queries take milliseconds and most answers come from memory: a few connections serve a whole process. */
const CONNECTIONS = 5
/** A database that does not answer counts as away; old answers then serve. */
const CONNECT_TIMEOUT = 3_000
const QUERY_TIMEOUT = 5_000

/**
 * Opens the settings in a Postgres database, for any number of processes. It is backed up and restored by Postgres's
 * own tools: `pg_dump --format=custom` and `pg_restore --clean --if-exists`, with every Lector stopped for the latter.
 */
export async function openPostgres(url: string, clock: Clock = systemClock): Promise<SettingsStore> {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    query_timeout: QUERY_TIMEOUT,
    types: { getTypeParser: parserOf },
  })
  // An idle connection that breaks is replaced by the next query, but without a listener it would end the process.
  pool.on('error', () => {})
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] })
  const changes = new Changes()
  const channel = new PostgresChannel(url, clock, changes)
  try {
    await migrate(db, clock)
    await channel.listen()
  } catch (error) {
    await db.destroy()
    throw error
  }
  return createStore({ db, clock, changes, announce: channel.announce, close: () => channel.close() })
}

/** All bigints here are counts and moments, exact as numbers; `pg` would make them strings. */
const parserOf = ((oid: number, format?: 'text' | 'binary') =>
  oid === pg.types.builtins.INT8
    ? Number
    : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser
