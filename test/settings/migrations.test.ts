import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely, PostgresDialect, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemClock } from '../../src/kernel/clock.ts'
import { migrate } from '../../src/settings/migrate.ts'
import { MIGRATIONS } from '../../src/settings/migrations/index.ts'
import { openPostgres } from '../../src/settings/open-postgres.ts'
import { openSqlite } from '../../src/settings/open-sqlite.ts'
import { sqliteDialect } from '../../src/settings/sqlite-dialect.ts'
import type { SettingsStore } from '../../src/settings/store.ts'
import { startPostgres, type TestPostgres } from '../support/postgres.ts'
import { fillTables, readColumns, readTable } from '../support/settings-rows.ts'

interface Place {
  connect(): Kysely<unknown>
  open(): Promise<SettingsStore>
}

const steps = Object.keys(MIGRATIONS)
const upTo = (count: number) => Object.fromEntries(Object.entries(MIGRATIONS).slice(0, count))
const ids = { guild_id: '11', user_id: '22', channel_id: '33', role_id: '44', voice_channel_id: '55' }

let postgres: TestPostgres
let directory: string

beforeAll(async () => {
  postgres = await startPostgres()
  directory = await mkdtemp(join(tmpdir(), 'lector-migrations-'))
})
afterAll(async () => {
  await postgres.stop()
  await rm(directory, { recursive: true })
})

describe.each([
  ['SQLite', newSqlite],
  ['Postgres', newPostgres],
])('migrations on %s', (_, newPlace) => {
  test.each(steps.map((step, index) => [step, index + 1] as const))('from %s keep every row', async (_, count) => {
    const place = await newPlace()
    const db = place.connect()
    await migrate(db, systemClock, upTo(count))
    const tables = await fillTables(db, ids)
    const before = await Promise.all(tables.map((table) => readTable(db, table)))
    await migrate(db, systemClock)
    for (const [index, table] of tables.entries()) {
      const { read_embeds: embeds, ...kept } = before[index]![0]!
      const became = embeds === undefined ? {} : { embeds: embeds === 1 ? 'title' : 'off' }
      expect(await readTable(db, table), table).toEqual([expect.objectContaining({ ...kept, ...became })])
    }
    await db.destroy()

    const store = await place.open()
    expect((await store.guilds.read('11')).chosen).toMatchObject({ voice: 'voice', volume: 1.25, autoJoin: true })
    expect((await store.guilds.read('11')).readChannels).toEqual(new Map([['33', '55']]))
    expect((await store.members.read('11', '22')).chosen).toMatchObject({ voice: 'voice', speed: 1.25 })
    expect((await store.members.read('11', '22')).optedOut.here).toBe(true)
    await store.close()
  })

  test('from every version lead to the same schema', async () => {
    const schemas = await Promise.all(
      [0, ...steps.keys()].map(async (count) => {
        const db = (await newPlace()).connect()
        await migrate(db, systemClock, upTo(count))
        await migrate(db, systemClock)
        const columns = await readColumns(db)
        await db.destroy()
        return [...columns].sort(([one], [other]) => one.localeCompare(other))
      }),
    )
    for (const schema of schemas) expect(schema).toEqual(schemas[0])
  })

  test('run once if four processes start at the same time', async () => {
    const place = await newPlace()
    const stores = await Promise.all(Array.from({ length: 4 }, () => place.open()))
    await stores[0]!.guilds.update('11', { voice: 'Cherry' })
    expect((await stores[3]!.guilds.read('11')).chosen).toEqual({ voice: 'Cherry' })
    await Promise.all(stores.map((store) => store.close()))
  })

  test('roll back when they fail', async () => {
    const place = await newPlace()
    const db = place.connect()
    await migrate(db, systemClock, upTo(1))
    const broken: Migration = {
      async up(db) {
        await db.schema.createTable('half_done').addColumn('guild_id', 'text').execute()
        await sql`select * from nowhere`.execute(db)
      },
    }
    await expect(migrate(db, systemClock, { ...upTo(1), '0002-broken': broken })).rejects.toMatchObject({
      code: 'settings.not-migrated',
    })
    expect([...(await readColumns(db)).keys()]).not.toContain('half_done')
    await db.destroy()
    await (await place.open()).close()
  })

  test('of a newer Lector are rejected, and the database stays as it is', async () => {
    const place = await newPlace()
    const db = place.connect()
    const newer: Migration = {
      async up(db) {
        await db.schema.createTable('from_the_future').addColumn('guild_id', 'text').execute()
      },
    }
    await migrate(db, systemClock, { ...MIGRATIONS, '9999-newer': newer })
    await expect(place.open()).rejects.toMatchObject({
      code: 'settings.not-migrated',
      message: expect.stringContaining('9999-newer'),
    })
    expect([...(await readColumns(db)).keys()]).toContain('from_the_future')
    await db.destroy()
  })
})

async function newSqlite(): Promise<Place> {
  const own = await mkdtemp(join(directory, 'sqlite-'))
  return {
    connect: () => new Kysely<unknown>({ dialect: sqliteDialect(join(own, 'lector.db')) }),
    open: () => openSqlite(own),
  }
}

async function newPostgres(): Promise<Place> {
  const url = await postgres.createDatabase()
  return {
    connect() {
      const pool = new pg.Pool({ connectionString: url })
      // A pool reports its end before its connections end, so stopping the server may break one off.
      pool.on('error', () => undefined)
      return new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
    },
    open: () => openPostgres(url),
  }
}
