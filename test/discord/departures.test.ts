import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Client, Events, type Guild, type WebSocketShard } from 'discord.js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchDepartures } from '../../src/discord/departures.ts'
import type { Clock } from '../../src/kernel/clock.ts'
import type { Log } from '../../src/kernel/log.ts'
import { openSettings } from '../../src/settings/open.ts'
import type { SettingsStore } from '../../src/settings/store.ts'

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} }

describe('departures', () => {
  let directory: string
  let store: SettingsStore
  let client: Client
  let stopping: AbortController
  let today: number
  /** Lets the day that is being waited for go by. */
  let wake: (() => void) | undefined
  const clock: Clock = {
    now: () => today,
    wall: () => today,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason))
        wake = () => {
          wake = undefined
          today += ms
          resolve()
        }
      }),
  }

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'lector-departures-'))
    today = Date.UTC(2026, 10, 22)
    wake = undefined
    store = await openSettings({ directory, clock })
    client = new Client({ intents: [] })
    stopping = new AbortController()
    watchDepartures({ client, data: store.data, clock, log: silent }, stopping.signal)
  })
  afterEach(async () => {
    stopping.abort()
    await client.destroy()
    await store.close()
    await rm(directory, { recursive: true })
  })

  const rows = (table: string) => {
    const database = new DatabaseSync(join(directory, 'lector.db'), { readOnly: true })
    const found = database.prepare(`select guild_id from ${table}`).all()
    database.close()
    return found.map(({ guild_id }) => guild_id)
  }
  const happens = (event: Events.GuildDelete | Events.GuildCreate, id: string) => client.emit(event, { id } as Guild)

  it('are forgotten on return, and delete a server’s data after 30 days without one', async () => {
    await store.guilds.update('1', { voice: 'Cherry' })
    await store.guilds.update('2', { voice: 'Ethan' })
    happens(Events.GuildDelete, '1')
    happens(Events.GuildDelete, '2')
    await vi.waitFor(() => expect(rows('guild_departure')).toEqual(['1', '2']))
    happens(Events.GuildCreate, '2')
    await vi.waitFor(() => expect(rows('guild_departure')).toEqual(['1']))

    client.emit(Events.ClientReady, client as Client<true>)
    const nextDay = async () => {
      await vi.waitFor(() => expect(wake).toBeDefined())
      wake?.()
      await vi.waitFor(() => expect(wake).toBeDefined(), { interval: 5 })
    }
    for (let day = 1; day <= 30; day++) await nextDay()
    expect(rows('guild_settings')).toEqual(['1', '2'])
    await nextDay()
    expect(rows('guild_settings')).toEqual(['2'])
    expect(rows('guild_departure')).toEqual([])
  })

  it('that nobody told of are noticed at start, by the process that would have been told', async () => {
    // With two shards, the 22nd bit of an id says whose server it is.
    const [ours, there, others] = [String(1n << 23n), String(2n << 23n), String(1n << 22n)]
    for (const guild of [ours, there, others]) await store.guilds.update(guild, { voice: 'Cherry' })
    client.options.shardCount = 2
    client.ws.shards.set(0, {} as WebSocketShard)
    // Also one that is out of order, as Discord tells it at start.
    client.guilds.cache.set(there, { id: there, available: false } as Guild)
    client.emit(Events.ClientReady, client as Client<true>)
    await vi.waitFor(() => expect(wake).toBeDefined())
    expect(rows('guild_departure')).toEqual([ours])
    happens(Events.GuildCreate, ours)
    await vi.waitFor(() => expect(rows('guild_departure')).toEqual([]))
  })
})
