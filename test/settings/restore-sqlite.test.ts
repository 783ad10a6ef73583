import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqlite } from '../../src/settings/open-sqlite.ts'
import { restoreSqlite } from '../../src/settings/restore-sqlite.ts'

const NOW = new Date('2026-11-28T09:30:00.000Z')

let folder: string
let data: string
let copy: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lector-restore-'))
  data = join(folder, 'data')
  copy = join(folder, 'copy.db')
  await inData(async (store) => {
    await store.guilds.update('1', { voice: 'Cherry' })
    await store.backup(copy)
    await store.guilds.update('1', { voice: 'Ethan' })
  })
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function inData<T>(work: (store: Awaited<ReturnType<typeof openSqlite>>) => Promise<T>): Promise<T> {
  const store = await openSqlite(data)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

const voice = () => inData(async ({ guilds }) => (await guilds.read('1')).chosen.voice)

describe('restoreSqlite', () => {
  it('puts the copy in place, and keeps what was there', async () => {
    const kept = await restoreSqlite(copy, data, NOW)
    expect(await voice()).toBe('Cherry')
    expect(kept).toBe(join(data, 'lector.db.before-restore-2026-11-28T09-30-00-000Z'))
    await restoreSqlite(kept!, data, new Date())
    expect(await voice()).toBe('Ethan')
  })

  it('does not apply a journal of the old settings to the copy', async () => {
    const store = await openSqlite(data)
    await store.guilds.update('1', { voice: 'Serena' })
    // As after a kill: the journal stays behind.
    const journal = await readFile(join(data, 'lector.db-wal'))
    await store.close()
    await writeFile(join(data, 'lector.db-wal'), journal)
    await restoreSqlite(copy, data, NOW)
    expect(await voice()).toBe('Cherry')
  })

  it('works in a folder that has nothing yet', async () => {
    await rm(data, { recursive: true })
    expect(await restoreSqlite(copy, data, NOW)).toBeUndefined()
    expect(await voice()).toBe('Cherry')
  })

  it.each<[string, () => Promise<unknown>, RegExp]>([
    ['is cut off', () => truncate(copy, 5_000), /cannot be restored: .*Nothing was changed/],
    ['is no database', () => writeFile(copy, 'settings '.repeat(1_000)), /cannot be restored/],
    [
      'is another database',
      async () => {
        await rm(copy)
        new DatabaseSync(copy).exec('CREATE TABLE x (y)')
      },
      /no such table: kysely_migration/,
    ],
    ['is missing', () => rm(copy), /cannot be restored/],
    ['is a folder', () => rm(copy).then(() => mkdir(copy)), /cannot be restored/],
    [
      'is of a newer Lector',
      async () => {
        const db = new DatabaseSync(copy)
        db.exec("INSERT INTO kysely_migration (name, timestamp) VALUES ('9999-newer', '2030-01-01')")
        db.close()
      },
      /a newer Lector wrote it \(9999-newer\): update Lector first/,
    ],
  ])('refuses a copy that %s, and changes nothing', async (_, spoil, sentence) => {
    await spoil()
    const before = await readdir(data)
    await expect(restoreSqlite(copy, data, NOW)).rejects.toThrow(sentence)
    expect(await readdir(data)).toEqual(before)
    expect(await voice()).toBe('Ethan')
  })
})
