import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CamelCasePlugin, Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemClock } from '../../src/kernel/clock.ts'
import { Changes } from '../../src/settings/changes.ts'
import { createStore } from '../../src/settings/kysely-store.ts'
import { migrate } from '../../src/settings/migrate.ts'
import { DO_NOT_READ, OWNERS, type Tables } from '../../src/settings/schema.ts'
import { sqliteDialect } from '../../src/settings/sqlite-dialect.ts'
import type { SettingsStore } from '../../src/settings/store.ts'
import { fillTables, readColumns, readTable } from '../support/settings-rows.ts'

let directory: string
let db: Kysely<Tables>
let store: SettingsStore

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lector-data-'))
  db = new Kysely<Tables>({ dialect: sqliteDialect(join(directory, 'lector.db')), plugins: [new CamelCasePlugin()] })
  await migrate(db, systemClock)
  store = createStore({ db, dialect: 'sqlite', clock: systemClock, changes: new Changes() })
})
afterEach(async () => {
  await store.close()
  await rm(directory, { recursive: true })
})

test('OWNERS lists every table with a column for a person or a server', async () => {
  const found = [...(await readColumns(db))].map(([table, columns]) => [
    camelCase(table),
    columns.flatMap(({ name }) => (name === 'guild_id' || name === 'user_id' ? [camelCase(name)] : [])).sort(),
  ])
  expect(Object.fromEntries(found)).toEqual(
    Object.fromEntries(Object.entries(OWNERS).map(([table, owners]) => [table, [...owners].sort()])),
  )
})

test('ids of people and servers have no other column names', async () => {
  const ids = [...(await readColumns(db)).values()].flat().filter(({ name }) => /_id$|user|member_of|author/.test(name))
  expect([...new Set(ids.map(({ name }) => name))].sort()).toEqual([
    // The bot itself.
    'bot_id',
    'channel_id',
    'guild_id',
    'message_id',
    'role_id',
    'user_id',
    'voice_channel_id',
  ])
})

test("an export has the person's rows of every table, and no other person's", async () => {
  await fillEverything()
  const data = await store.data.exportMember('77')
  expect(Object.keys(data).sort()).toEqual(tablesWith('userId'))
  for (const [table, rows] of Object.entries(data)) {
    expect(
      rows.map(({ guildId, userId }) => ({ guildId, userId })),
      table,
    ).toEqual([
      { guildId: '11', userId: '77' },
      { guildId: '12', userId: '77' },
    ])
  }
  expect(data.memberSettings?.[0]).toEqual({
    guildId: '11',
    userId: '77',
    voice: 'voice',
    style: 'style',
    language: 'language',
    speed: 1.25,
    name: 'name',
    timeZone: 'time_zone',
  })
})

test('deleting a person removes their rows from every table, and no other rows', async () => {
  await fillEverything()
  expect((await store.members.read('11', '77')).chosen.voice).toBe('voice')
  expect((await store.guilds.read('11')).unread).toEqual(new Set(['77', '78']))
  await store.data.deleteMember('77', { keepDoNotRead: false })
  expect(Object.values(await store.data.exportMember('77')).flat()).toEqual([])
  expect(Object.values(await store.data.exportMember('78')).flat()).toHaveLength(2 * tablesWith('userId').length)
  expect((await store.members.read('11', '77')).chosen).toEqual({})
  expect((await store.guilds.read('11')).unread).toEqual(new Set(['78']))
})

test('deleting a person can keep their opt-outs', async () => {
  await fillEverything()
  await store.data.deleteMember('77', { keepDoNotRead: true })
  const left = Object.entries(await store.data.exportMember('77')).filter(([, rows]) => rows.length > 0)
  expect(left.map(([table]) => table).sort()).toEqual([...DO_NOT_READ].sort())
})

test('deleting a server removes its rows from every table, and no other rows', async () => {
  await fillEverything()
  expect(Object.keys(await store.data.exportGuild('11')).sort()).toEqual(tablesWith('guildId'))
  await store.data.deleteGuild('11')
  for (const table of tablesWith('guildId').map(snakeCase)) {
    const guilds = (await readTable(db, table)).map((row) => row.guild_id)
    expect(new Set(guilds), table).toEqual(new Set(['12']))
  }
})

/** Two servers and two people: one row of each table per pair, if the table has people. */
async function fillEverything(): Promise<void> {
  const other = { channel_id: '5', role_id: '6', voice_channel_id: '7' }
  await fillTables(db, { ...other, guild_id: '11', user_id: '77', message_id: '8', bot_id: '9' })
  await fillTables(db, { ...other, guild_id: '12', user_id: '77', message_id: '18', bot_id: '19' })
  for (const table of tablesWith('userId')) {
    for (const row of await readTable(db, snakeCase(table))) {
      await db
        .withoutPlugins()
        .insertInto(snakeCase(table) as 'word')
        .values({ ...row, user_id: '78' } as never)
        .execute()
    }
  }
}

function tablesWith(owner: 'guildId' | 'userId'): string[] {
  return Object.entries(OWNERS)
    .filter(([, owners]) => owners.includes(owner))
    .map(([table]) => table)
    .sort()
}

function camelCase(name: string): string {
  return name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
