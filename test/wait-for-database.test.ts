import { expect, it } from 'vitest'
import { systemClock } from '../src/kernel/clock.ts'
import { LectorError } from '../src/kernel/errors.ts'
import { notMigrated } from '../src/settings/open-error.ts'
import { openPostgres } from '../src/settings/open-postgres.ts'
import { untilDatabaseAnswers } from '../src/wait-for-database.ts'
import { startPostgres } from './support/postgres.ts'
import { silentLog } from './support/silent-log.ts'

it('a Postgres that comes up later is waited for', async () => {
  const postgres = await startPostgres()
  const url = await postgres.createDatabase()
  const closed = url.replace(/:(\d+)\//, ':9/')
  let tries = 0
  const store = await untilDatabaseAnswers(() => openPostgres(tries++ === 0 ? closed : url, systemClock), silentLog)
  expect(tries).toBe(2)
  await store.close()
  await postgres.stop()
})

it('a database that only a person can open is not waited for', async () => {
  const denied = Object.assign(new Error('password authentication failed'), { code: '28P01' })
  const error = notMigrated(denied)
  expect(error).toMatchObject({
    retryable: false,
    message: expect.stringMatching(/refuses user or password: check DATABASE_URL/),
  })
  let tries = 0
  const open = () => {
    tries += 1
    return Promise.reject(error)
  }
  await expect(untilDatabaseAnswers(open, silentLog)).rejects.toBe(error)
  expect(tries).toBe(1)
})

it('waiting ends', async () => {
  const away = new LectorError('settings.not-migrated', {}, 'away', { retryable: true })
  await expect(untilDatabaseAnswers(() => Promise.reject(away), silentLog, 1)).rejects.toBe(away)
})
