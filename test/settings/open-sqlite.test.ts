import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { CamelCasePlugin, Kysely, sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemClock } from '../../src/kernel/clock.ts'
import { Changes } from '../../src/settings/changes.ts'
import { createStore } from '../../src/settings/kysely-store.ts'
import { migrate } from '../../src/settings/migrate.ts'
import { openSqlite } from '../../src/settings/open-sqlite.ts'
import type { Tables } from '../../src/settings/schema.ts'
import { sqliteDialect } from '../../src/settings/sqlite-dialect.ts'
import { seededRandom } from '../support/random.ts'
import { literal } from '../support/settings-examples.ts'

let directory: string
let file: string

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lector-sqlite-'))
  file = join(directory, 'lector.db')
})
afterEach(() => rm(directory, { recursive: true }))

test('after 50 kills at random moments, two databases have every acknowledged change', async () => {
  const next = [1, 1]
  const random = seededRandom(50)
  let writes = 0
  for (let kill = 0; kill < 50; kill++) {
    const acknowledged = await writeUntilKilled(next, random() * 100)
    for (const [database, last] of acknowledged.entries()) {
      const { kept, used, integrity } = inspect(join(directory, String(database), 'lector.db'))
      expect(integrity).toBe('ok')
      // The write in progress at the kill may be saved or not.
      expect(used - last).toBeOneOf([0, 1])
      expect(kept - used).toBeOneOf([0, 1])
      writes += last - next[database]! + 1
      next[database] = used + 1
    }
  }
  expect(writes).toBeGreaterThan(100)
}, 120_000)

test('a write waits for the lock of another process without blocking this one', async () => {
  const store = await openSqlite(directory)
  const holder = await lock()
  const write = store.guilds.update('1', { voice: 'Cherry' })
  let turns = 0
  const counting = setInterval(() => turns++, 20)
  await sleep(400)
  clearInterval(counting)
  expect(turns).toBeGreaterThan(5)
  holder.stdin.end()
  await write
  expect((await store.guilds.read('1')).chosen).toEqual({ voice: 'Cherry' })
  await store.close()
})

test('under a lock that stays, reads work and writes fail without a trace', async () => {
  const store = await openSqlite(directory)
  await store.guilds.update('1', { voice: 'Cherry' })
  await store.guilds.update('2', { voice: 'Ethan' })
  await store.guilds.read('1')
  const holder = await lock()
  await expect(store.guilds.update('1', { voice: 'Serena' })).rejects.toMatchObject({
    code: 'settings.not-saved',
    retryable: true,
  })
  expect((await store.guilds.read('1')).chosen).toEqual({ voice: 'Cherry' })
  expect((await store.guilds.read('2')).chosen).toEqual({ voice: 'Ethan' })
  holder.stdin.end()
  await once(holder, 'exit')
  await store.guilds.update('1', { voice: 'Serena' })
  expect((await store.guilds.read('1')).chosen).toEqual({ voice: 'Serena' })
  await store.close()
})

test('on a full disk reads work and writes fail as a whole, until there is room', async () => {
  const db = new Kysely<Tables>({ dialect: sqliteDialect(file), plugins: [new CamelCasePlugin()] })
  await migrate(db, systemClock)
  const store = createStore({ db, dialect: 'sqlite', clock: systemClock, changes: new Changes() })
  const { rows } = await sql<{ pageCount: number }>`pragma page_count`.execute(db)
  await sql.raw(`pragma max_page_count = ${rows[0]!.pageCount + 40}`).execute(db)
  const words = Array.from({ length: 50 }, (_, n) => literal(`${n} `.padEnd(100, 'x'), 'y'.repeat(200)))
  let guild = 1
  const fill = async () => {
    for (; guild < 1000; guild++) await store.words.replace({ guild: String(guild) }, words)
  }
  await expect(fill()).rejects.toMatchObject({ code: 'settings.not-saved', retryable: true })
  expect(guild).toBeGreaterThan(1)
  expect((await store.guilds.read('1')).words).toEqual(words)
  expect((await store.guilds.read(String(guild))).words).toEqual([])
  await sql`pragma max_page_count = 1000`.execute(db)
  await store.words.replace({ guild: String(guild) }, words)
  expect((await store.guilds.read(String(guild))).words).toEqual(words)
  await store.close()
  expect(integrityOf(file)).toBe('ok')
})

test('other users cannot read the database, its journal or a backup', async () => {
  await writeFile(file, '', { mode: 0o644 })
  const store = await openSqlite(directory)
  await store.guilds.update('1', { voice: 'Cherry' })
  await store.backup(join(directory, 'copy.db'))
  for (const name of ['lector.db', 'lector.db-wal', 'lector.db-shm', 'copy.db']) {
    expect((await stat(join(directory, name))).mode & 0o777, name).toBe(0o600)
  }
  await store.close()
})

test('a backup taken during writes is complete and can be restored', async () => {
  const store = await openSqlite(directory)
  await store.members.update('1', '2', { name: 'Ana' })
  const writes = Array.from({ length: 40 }, (_, n) => store.guilds.setPreset(String(n + 1), 'news', 'solemn'))
  const copy = join(directory, 'copy.db')
  await Promise.all([store.backup(copy), ...writes])
  await store.members.update('1', '2', { name: 'Bea' })
  await store.close()
  expect(integrityOf(copy)).toBe('ok')

  for (const suffix of ['', '-wal', '-shm']) await rm(`${file}${suffix}`, { force: true })
  await copyFile(copy, file)
  const restored = await openSqlite(directory)
  expect((await restored.members.read('1', '2')).chosen).toEqual({ name: 'Ana' })
  await restored.members.update('1', '2', { name: 'Cid' })
  await restored.close()
})

test('a backup never overwrites a file, and leaves none when it fails', async () => {
  const store = await openSqlite(directory)
  await writeFile(join(directory, 'taken'), 'precious')
  const error = { code: 'settings.not-saved' }
  await expect(store.backup(join(directory, 'taken'))).rejects.toMatchObject(error)
  await expect(store.backup(join(directory, 'no', 'such', 'place'))).rejects.toMatchObject(error)
  expect((await stat(join(directory, 'taken'))).size).toBe(8)
  await store.close()
})

test('a file that is no database is rejected and stays as it is', async () => {
  await writeFile(file, 'this is not a database, and long enough to be sure of it '.repeat(100))
  await expect(openSqlite(directory)).rejects.toMatchObject({ code: 'settings.not-migrated' })
  expect((await stat(file)).size).toBe(5700)
})

test('a store that could not be opened does not keep the process alive', async () => {
  await writeFile(file, 'not a database '.repeat(100))
  const url = new URL('../../src/settings/open-sqlite.ts', import.meta.url).href
  const code = `await (await import(${JSON.stringify(url)})).openSqlite(${JSON.stringify(directory)}).catch(() => {})`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], { timeout: 10_000 })
  expect(await once(child, 'exit')).toEqual([0, null])
})

test('close waits for writes in progress', async () => {
  const store = await openSqlite(directory)
  const writes = Array.from({ length: 20 }, (_, n) => store.guilds.update(String(n + 1), { voice: 'Cherry' }))
  await store.close()
  await Promise.all(writes)
  await expect(store.guilds.update('1', { voice: 'Ethan' })).rejects.toMatchObject({ code: 'settings.not-saved' })
  const later = await openSqlite(directory)
  expect((await later.guilds.read('20')).chosen).toEqual({ voice: 'Cherry' })
  await later.close()
})

/** The last acknowledged number of each database; each continues from the given one. */
async function writeUntilKilled(next: readonly number[], ms: number): Promise<number[]> {
  const script = join(import.meta.dirname, '../support/writing-child.ts')
  const child = spawn(process.execPath, [script, directory, ...next.map(String)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(directory, 'compiled') },
  })
  const exited = once(child, 'exit')
  const acknowledged = next.map((first) => first - 1)
  let killing: Promise<void> | undefined
  for await (const line of createInterface({ input: child.stdout })) {
    const [database, number] = line.split(' ').map(Number)
    acknowledged[database!] = number!
    if (acknowledged.every((last, index) => last >= next[index]!)) {
      killing ??= sleep(ms).then(() => void child.kill('SIGKILL'))
    }
  }
  await killing
  await exited
  return acknowledged
}

function inspect(path: string) {
  const database = new DatabaseSync(path)
  const number = (query: string) => Number(Object.values(database.prepare(query).get()!)[0])
  const kept = number('select since from voice_intent')
  const used = number("select sum(characters) from usage where scope = 'member-day'")
  database.close()
  return { kept, used, integrity: integrityOf(path) }
}

function integrityOf(path: string): string {
  const database = new DatabaseSync(path)
  const result = String(Object.values(database.prepare('pragma integrity_check').get()!)[0])
  database.close()
  return result
}

async function lock(): Promise<ChildProcessWithoutNullStreams> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../support/locking-child.ts'), file])
  await once(child.stdout, 'data')
  return child
}

test('deleted data is in none of the files any more', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'lector-erased-'))
  const store = await openSqlite(directory)
  const secret = 'Rumpelstilzchen'
  for (let user = 1; user <= 50; user++) await store.members.update('1', `${user}`, { name: `${secret} ${user}` })
  for (let user = 1; user <= 50; user++) await store.data.deleteMember(`${user}`, { keepDoNotRead: false })
  const files = await readdir(directory)
  const contents = await Promise.all(files.map((file) => readFile(join(directory, file), 'latin1')))
  expect(files.filter((_, index) => contents[index]!.includes(secret))).toEqual([])
  await store.close()
  await rm(directory, { recursive: true })
})
