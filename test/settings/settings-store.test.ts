import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import { openSettings } from '../../src/settings/open.ts'
import { settingsStoreContract } from '../contracts/settings-store.ts'
import { startPostgres, type TestPostgres } from '../support/postgres.ts'

let directory: string
let postgres: TestPostgres
let url: string

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lector-settings-'))
  postgres = await startPostgres()
  url = await postgres.createDatabase()
})
afterAll(async () => {
  await postgres.stop()
  await rm(directory, { recursive: true })
})

describe('the settings', () => {
  settingsStoreContract({ name: 'SQLite', open: (clock) => openSettings({ directory, clock }) })
  settingsStoreContract({ name: 'Postgres', open: (clock) => openSettings({ url, directory, clock }) })
})
