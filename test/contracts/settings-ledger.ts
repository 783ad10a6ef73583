import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Clock, systemClock } from '../../src/kernel/clock.ts'
import type { SettingsStore } from '../../src/settings/store.ts'
import type { SettingsSubject } from './settings-subject.ts'

/** The part of the contract that depends on time: usage, the voice channel to be in, and expiry. */
export function settingsLedgerContract({ name, open }: SettingsSubject): void {
  describe(`${name} as a ledger`, () => {
    let time = Date.parse('2026-11-22T12:00:00Z')
    const clock: Clock = { ...systemClock, wall: () => time }
    let store: SettingsStore
    let lastId = 5000
    const newId = () => String(++lastId)

    beforeAll(async () => {
      store = await open(clock)
    })
    afterAll(() => store.close())

    test('concurrent reservations never exceed a cap together', async () => {
      const guild = newId()
      const users = Array.from({ length: 4 }, newId)
      const caps = { 'server-day': 1000, 'server-month': 5000, 'member-day': 300, 'member-month': 280 }
      const other = await open(clock)
      const results = await Promise.all(
        Array.from({ length: 120 }, (_, n) => {
          const who = { guild, user: users[n % users.length]! }
          return (n % 3 ? store : other).usage.reserve(who, 20 + (n % 7), caps)
        }),
      )
      await other.close()
      const sum = (user?: string) =>
        results
          .filter((result) => result.granted)
          .filter(({ reservation }) => user === undefined || reservation.user === user)
          .reduce((total, { reservation }) => total + reservation.characters, 0)
      for (const user of users) {
        expect(sum(user)).toBeLessThanOrEqual(280)
        expect(await store.usage.read(guild, user)).toEqual({
          'server-month': sum(),
          'server-day': sum(),
          'member-month': sum(user),
          'member-day': sum(user),
        })
      }
      expect(sum()).toBeLessThanOrEqual(1000)
      // No reservation is above 26, so at least the cap minus 26 is used.
      expect(sum()).toBeGreaterThan(1000 - 26)
      expect(results.some((result) => !result.granted)).toBe(true)
    })

    test('a reservation above one cap counts under none, and names that cap', async () => {
      const [guild, user] = [newId(), newId()]
      const caps = { 'server-day': 100, 'member-day': 60 }
      expect(await store.usage.reserve({ guild, user }, 61, caps)).toEqual({
        granted: false,
        scope: 'member-day',
        cap: 60,
        used: 0,
      })
      expect((await store.usage.reserve({ guild, user }, 60, caps)).granted).toBe(true)
      expect(await store.usage.reserve({ guild, user }, 1, caps)).toEqual({
        granted: false,
        scope: 'member-day',
        cap: 60,
        used: 60,
      })
      expect(await store.usage.reserve({ guild, user: newId() }, 41, caps)).toEqual({
        granted: false,
        scope: 'server-day',
        cap: 100,
        used: 60,
      })
      expect(await store.usage.read(guild, user)).toEqual({
        'server-month': 60,
        'server-day': 60,
        'member-month': 60,
        'member-day': 60,
      })
      await expect(store.usage.reserve({ guild, user }, 0, caps)).rejects.toMatchObject({
        code: 'settings.value-out-of-range',
      })
    })

    test('a cap of all servers applies to concurrent reservations of two processes', async () => {
      const other = await open(clock)
      const caps = { 'bot-day': 200, 'bot-month': 1000, 'server-day': 90 }
      const guilds = Array.from({ length: 5 }, newId)
      const results = await Promise.all(
        Array.from({ length: 60 }, (_, n) =>
          (n % 2 ? store : other).usage.reserve({ guild: guilds[n % 5]!, user: newId() }, 10, caps),
        ),
      )
      await other.close()
      expect(results.filter(({ granted }) => granted)).toHaveLength(20)
      expect(results.filter((result) => !result.granted && result.scope === 'bot-day').length).toBeGreaterThan(0)
      const sums = await Promise.all(guilds.map((guild) => store.usage.read(guild, '1')))
      expect(sums.reduce((sum, { 'server-day': used }) => sum + used, 0)).toBe(200)
    })

    test('usage is corrected by the bill, for the day of the reservation', async () => {
      const [guild, user] = [newId(), newId()]
      time = Date.parse('2026-11-30T23:59:59Z')
      const result = await store.usage.reserve({ guild, user }, 100, {})
      if (!result.granted) throw new Error('Not granted without a cap')
      expect(result.reservation.day).toBe('2026-11-30')
      time = Date.parse('2026-12-01T00:00:01Z')
      await store.usage.reserve({ guild, user }, 7, {})
      await store.usage.correct(result.reservation, 40)
      expect(await store.usage.read(guild, user)).toMatchObject({ 'server-month': 7, 'member-day': 7 })
      time = Date.parse('2026-11-30T12:00:00Z')
      expect(await store.usage.read(guild, user)).toEqual({
        'server-month': 40,
        'server-day': 40,
        'member-month': 40,
        'member-day': 40,
      })
      time = Date.parse('2026-11-22T12:00:00Z')
    })

    test('the voice channel to be in is stored per server', async () => {
      const guild = newId()
      const mine = async () => (await store.intents.list()).filter((intent) => intent.guild === guild)
      await store.intents.set({ guild, channel: '7', since: 1_763_800_000_000 })
      await store.intents.set({ guild, channel: '8', since: 1_763_800_000_001 })
      expect(await mine()).toEqual([{ guild, channel: '8', since: 1_763_800_000_001 }])
      await store.intents.clear(guild)
      await store.intents.clear(guild)
      expect(await mine()).toEqual([])
    })

    test('a server’s data is deleted 30 days after it left, unless it returned', async () => {
      const [left, returned] = [newId(), newId()]
      for (const guild of [left, returned]) {
        await store.guilds.update(guild, { voice: 'Cherry' })
        await store.members.update(guild, '5', { voice: 'Ethan' })
        await store.data.guildLeft(guild)
      }
      await store.data.guildReturned(returned)
      time = Date.parse('2026-12-22T11:00:00Z')
      await store.data.expire()
      expect((await store.guilds.read(left)).chosen).toEqual({ voice: 'Cherry' })
      time = Date.parse('2026-12-22T13:00:00Z')
      await store.data.expire()
      expect((await store.guilds.read(left)).chosen).toEqual({})
      expect((await store.members.read(left, '5')).chosen).toEqual({})
      expect((await store.guilds.read(returned)).chosen).toEqual({ voice: 'Cherry' })
      time = Date.parse('2026-11-22T12:00:00Z')
    })

    test('every server with stored data is listed, unless it left', async () => {
      const [user, configured, spoken, entered, optedOut, left, unknown] = Array.from({ length: 7 }, newId)
      await store.guilds.update(configured!, { voice: 'Cherry' })
      await store.usage.reserve({ guild: spoken!, user: user! }, 10, {})
      await store.intents.set({ guild: entered!, channel: '7', since: 1_763_800_000_000 })
      await store.members.setOptOut(user!, { guild: optedOut! }, true)
      await store.members.setOptOut(user!, 'everywhere', true)
      await store.guilds.update(left!, { voice: 'Cherry' })
      await store.data.guildLeft(left!)
      const present = await store.data.guildsPresent()
      expect(new Set(present).size).toBe(present.length)
      expect(present).toEqual(expect.arrayContaining([configured, spoken, entered, optedOut]))
      for (const guild of [left, unknown, '']) expect(present).not.toContain(guild)
      await store.data.guildReturned(left!)
      expect(await store.data.guildsPresent()).toContain(left)
    })

    test("members' usage is deleted when its month is over, and the server's is kept", async () => {
      const [guild, user] = [newId(), newId()]
      await store.usage.reserve({ guild, user }, 10, {})
      const kept = async () => (await store.data.exportGuild(guild)).usage?.map(({ scope }) => scope).sort()
      time = Date.parse('2026-11-30T23:59:59Z')
      await store.data.expire()
      expect(await kept()).toEqual(['member-day', 'member-month', 'server-day', 'server-month'])
      time = Date.parse('2026-12-01T00:00:01Z')
      await store.data.expire()
      expect(await kept()).toEqual(['server-day', 'server-month'])
      time = Date.parse('2026-11-22T12:00:00Z')
    })

    test("deleting a member's data keeps the usage of the current day and month, and nothing older", async () => {
      const [guild, user, other] = [newId(), newId(), newId()]
      for (const day of ['2026-10-22', '2026-11-21', '2026-11-22']) {
        time = Date.parse(`${day}T12:00:00Z`)
        await store.usage.reserve({ guild, user }, 10, {})
      }
      await store.usage.reserve({ guild, user: other }, 10, {})
      await store.members.update(guild, user, { voice: 'Cherry' })
      await store.data.deleteMember(user, { keepDoNotRead: false })
      const { usage, ...others } = await store.data.exportMember(user)
      expect(Object.values(others).flat()).toEqual([])
      expect(usage?.map(({ period, characters }) => [period, characters]).sort()).toEqual([
        ['2026-11', 20],
        ['2026-11-22', 10],
      ])
      expect(await store.usage.reserve({ guild, user }, 1, { 'member-day': 10 })).toMatchObject({ granted: false })
      expect((await store.data.exportMember(other)).usage).toHaveLength(2)
    })
  })
}
