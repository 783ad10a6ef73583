import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { type Clock, systemClock } from '../kernel/clock.ts'
import { isLectorError } from '../kernel/errors.ts'
import { Changes } from './changes.ts'
import { createStore } from './kysely-store.ts'
import { migrate } from './migrate.ts'
import { notMigrated } from './open-error.ts'
import { PostgresChannel } from './postgres-channel.ts'
import type { Tables } from './schema.ts'
import type { SettingsStore } from './store.ts'

/** Queries take milliseconds and most reads are cached, so a few connections serve a whole process. */
const CONNECTIONS = 5
/** A database that does not answer within this time counts as unreachable; cached values are used instead. */
const CONNECT_TIMEOUT = 3_000
/** Postgres gives up first and says so; if not even that arrives, the connection is dropped. */
const STATEMENT_TIMEOUT = 4_000
const ANSWER_TIMEOUT = 5_000

/**
 * Opens the settings in a Postgres database, for any number of processes. Fails with `settings.not-migrated`.
 *
 * Back up and restore the database with Postgres's own tools: `pg_dump --format=custom`, and
 * `pg_restore --clean --if-exists` while every Lector is stopped.
 */
export async function openPostgres(url: string, clock: Clock = systemClock): Promise<SettingsStore> {
  const changes = new Changes()
  const channel = new PostgresChannel(url, clock, changes)
  // A migration may rewrite a large table or wait for another process that does, so it has no timeout.
  const patient = connect({ connectionString: url, max: 1, connectionTimeoutMillis: CONNECT_TIMEOUT })
  try {
    await migrate(patient, clock)
    await channel.listen()
  } catch (error) {
    throw isLectorError(error) ? error : notMigrated(error)
  } finally {
    await patient.destroy()
  }
  const db = connect({
    connectionString: url,
    max: CONNECTIONS,
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    statement_timeout: STATEMENT_TIMEOUT,
    query_timeout: ANSWER_TIMEOUT,
  })
  return createStore({
    db,
    dialect: 'postgres',
    clock,
    changes,
    announce: channel.announce,
    close: () => channel.close(),
  })
}

function connect(config: pg.PoolConfig): Kysely<Tables> {
  const pool = new pg.Pool({ ...config, types: { getTypeParser: parserOf } })
  // The next query replaces an idle connection that breaks, but without a listener the error would end the process.
  pool.on('error', () => {})
  // The pool listens to idle connections only; one that breaks between two queries of a transaction has nobody.
  pool.on('connect', (client) => client.on('error', () => {}))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] })
}

/** All bigints here are counts and timestamps, which are exact as numbers; `pg` would return strings. */
const parserOf = ((oid: number, format?: 'text' | 'binary') =>
  oid === pg.types.builtins.INT8
    ? Number
    : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser
