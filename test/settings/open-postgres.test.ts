import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Clock, systemClock } from '../../src/kernel/clock.ts'
import { openPostgres } from '../../src/settings/open-postgres.ts'
import type { SettingsStore } from '../../src/settings/store.ts'
import type { SettingsChange } from '../../src/settings/types.ts'
import { startPostgres, type TestPostgres } from '../support/postgres.ts'

let postgres: TestPostgres
let url: string
/** Advances the clock of `one` past the lifetime of its cached values. */
let ahead = 0
const clock: Clock = { ...systemClock, now: () => performance.now() + ahead }
let one: SettingsStore
let other: SettingsStore

beforeAll(async () => {
  postgres = await startPostgres()
  url = await postgres.createDatabase()
  one = await openPostgres(url, clock)
  other = await openPostgres(url)
})
afterAll(async () => {
  await Promise.all([one.close(), other.close()])
  await postgres.stop()
})

test('two processes see each other’s changes within a second', async () => {
  for (let round = 0; round < 10; round++) {
    const voice = `voice ${round}`
    expect((await other.guilds.read('1')).chosen.voice).not.toBe(voice)
    expect((await other.members.read('1', '2')).chosen.voice).not.toBe(voice)
    await one.guilds.update('1', { voice })
    await one.members.update('1', '2', { voice })
    await within(1000, async () => (await other.guilds.read('1')).chosen.voice === voice)
    await within(1000, async () => (await other.members.read('1', '2')).chosen.voice === voice)
  }
})

test('each process hears of a change once, including its own', async () => {
  const stop = new AbortController()
  const heard = [one, other].map((store) => collect(store, stop.signal))
  await one.guilds.update('1', { voice: 'Cherry' })
  await other.members.setOptOut('9', 'everywhere', true)
  await within(1000, async () => heard.every((changes) => changes.length >= 2))
  await sleep(50)
  stop.abort()
  const expected = [
    { kind: 'guild', guild: '1' },
    { kind: 'user', user: '9' },
  ]
  for (const changes of heard) expect(changes).toEqual(expected)
})

test('a rejected change is not reported', async () => {
  const stop = new AbortController()
  const heard = collect(other, stop.signal)
  await expect(one.guilds.update('1', { volume: 7 })).rejects.toMatchObject({ code: 'settings.value-out-of-range' })
  for (let n = 1; n <= 25; n++) await one.guilds.setPreset('3', `p${n}`, 'calm')
  await expect(one.guilds.setPreset('3', 'p26', 'calm')).rejects.toMatchObject({ code: 'settings.too-many' })
  await one.guilds.update('4', { voice: 'Cherry' })
  await within(1000, async () => heard.some((change) => change.kind === 'guild' && change.guild === '4'))
  stop.abort()
  expect(heard.filter((change) => change.kind === 'guild' && change.guild === '3')).toHaveLength(25)
})

test('a process reconnects after its connections broke, and reloads what it may have missed', async () => {
  expect((await other.guilds.read('5')).chosen).toEqual({})
  const stop = new AbortController()
  const heard = collect(other, stop.signal)
  await breakConnections()
  // The pool may hand out a connection that has just broken; the write then fails.
  const saved = () =>
    one.guilds.update('5', { voice: 'Ethan' }).then(
      () => true,
      () => false,
    )
  await within(5000, saved)
  await within(5000, async () => heard.some(({ kind }) => kind === 'all'))
  expect((await other.guilds.read('5')).chosen).toEqual({ voice: 'Ethan' })
  await one.guilds.update('5', { voice: 'Serena' })
  await within(1000, async () => (await other.guilds.read('5')).chosen.voice === 'Serena')
  stop.abort()
})

test.each(['', 'garbage', 'null', '{"from":"x","change":{"kind":"from the future"}}'])(
  'the unknown message %j counts as any change',
  async (payload) => {
    const stop = new AbortController()
    const heard = collect(other, stop.signal)
    await asAdmin((admin) => admin.query("select pg_notify('lector_settings', $1)", [payload]))
    await within(1000, async () => heard.length > 0)
    stop.abort()
    expect(heard).toEqual([{ kind: 'all' }])
  },
)

test('amounts above 32 bits are read as numbers', async () => {
  const since = 1_763_800_000_123
  await one.intents.set({ guild: '6', channel: '7', since })
  expect(await other.intents.list()).toEqual([{ guild: '6', channel: '7', since }])
})

test('while the server is unreachable, reads are cached and writes fail', async () => {
  await one.guilds.update('8', { voice: 'Cherry' })
  await one.members.update('8', '2', { voice: 'Ethan' })
  await one.guilds.read('8')
  await one.members.read('8', '2')
  await postgres.stop()
  for (const age of [0, 61_000, 3_600_000]) {
    ahead = age
    expect((await one.guilds.read('8')).chosen).toEqual({ voice: 'Cherry' })
    expect((await one.members.read('8', '2')).chosen).toEqual({ voice: 'Ethan' })
  }
  const away = (code: string) => ({ code, retryable: true })
  await expect(one.guilds.read('404')).rejects.toMatchObject(away('settings.not-read'))
  await expect(one.guilds.update('8', { voice: 'Serena' })).rejects.toMatchObject(away('settings.not-saved'))
  await expect(one.usage.reserve({ guild: '8', user: '2' }, 5, {})).rejects.toMatchObject(away('settings.not-saved'))
  await expect(openPostgres(url)).rejects.toMatchObject({ code: 'settings.not-migrated' })
  expect((await one.guilds.read('8')).chosen).toEqual({ voice: 'Cherry' })
})

function collect(store: SettingsStore, signal: AbortSignal): SettingsChange[] {
  const heard: SettingsChange[] = []
  const changes = store.watch(signal)
  void (async () => {
    for await (const change of changes) heard.push(change)
  })().catch(() => {})
  return heard
}

async function within(ms: number, holds: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + ms
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`Did not happen within ${ms} ms`)
    await sleep(5)
  }
}

async function breakConnections(): Promise<void> {
  await asAdmin((admin) =>
    admin.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    ),
  )
}

async function asAdmin(run: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await run(admin)
  await admin.end()
}
