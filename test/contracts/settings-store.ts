import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemClock } from '../../src/kernel/clock.ts'
import { COUNT_LIMITS, GUILD_RULES } from '../../src/settings/limits.ts'
import type { SettingsStore } from '../../src/settings/store.ts'
import type { GuildValues, SettingsChange, Word } from '../../src/settings/types.ts'
import { example, literal, pattern } from '../support/settings-examples.ts'
import { settingsLedgerContract } from './settings-ledger.ts'
import type { SettingsSubject } from './settings-subject.ts'

/** The contract of every `SettingsStore` adapter. */
export function settingsStoreContract(subject: SettingsSubject): void {
  settingsContract(subject)
  settingsLedgerContract(subject)
}

function settingsContract({ name, open }: SettingsSubject): void {
  describe(`${name} as a store of settings`, () => {
    let store: SettingsStore
    let lastId = 1000
    const newId = () => String(++lastId)

    beforeAll(async () => {
      store = await open(systemClock)
    })
    afterAll(() => store.close())

    test('an unconfigured server has empty settings', async () => {
      const guild = newId()
      expect(await store.guilds.read(guild)).toEqual({
        guild,
        chosen: {},
        channels: new Map(),
        readChannels: new Map(),
        roles: new Map(),
        unread: new Set(),
        presets: new Map(),
        words: [],
      })
    })

    test('every setting of a server is read as written, also by a store opened later', async () => {
      const guild = newId()
      for (const edge of ['min', 'max'] as const) {
        const values = Object.fromEntries(Object.entries(GUILD_RULES).map(([key, rule]) => [key, example(rule, edge)]))
        await store.guilds.update(guild, values as unknown as GuildValues)
        expect((await store.guilds.read(guild)).chosen).toEqual(values)
        const later = await open(systemClock)
        expect((await later.guilds.read(guild)).chosen).toEqual(values)
        await later.close()
      }
    })

    test('a patch changes only its own keys, and null resets to the default', async () => {
      const guild = newId()
      await store.guilds.update(guild, { voice: 'Cherry', volume: 0.7, autoJoin: false })
      await store.guilds.update(guild, { voice: null, style: 'calm and low' })
      await store.guilds.update(guild, {})
      expect((await store.guilds.read(guild)).chosen).toEqual({ volume: 0.7, autoJoin: false, style: 'calm and low' })
    })

    test.each([
      ['volume', 2.1],
      ['volume', -0.1],
      ['maxLength', 0],
      ['style', 'x'.repeat(4_801)],
      ['requirePrefix', ''],
    ])('%s out of bounds is rejected, and the error has the bounds', async (setting, value) => {
      const guild = newId()
      const { min, max } = GUILD_RULES[setting as 'volume'] as { min: number; max: number }
      await expect(store.guilds.update(guild, { voice: 'Cherry', [setting]: value })).rejects.toMatchObject({
        code: 'settings.value-out-of-range',
        params: { setting, min, max },
      })
      expect((await store.guilds.read(guild)).chosen).toEqual({})
    })

    test.each([
      ['volume', Number.NaN],
      ['volume', '1'],
      ['maxLength', 1.5],
      ['language', 'tlh'],
      ['autoJoin', 1],
      ['style', 'a\0b'],
      ['style', 'half \ud83d'],
      ['guildId', '1'],
      ['__proto__x', '1'],
    ])('%s = %j is rejected as not allowed', async (setting, value) => {
      await expect(store.guilds.update(newId(), { [setting]: value })).rejects.toMatchObject({
        code: 'settings.value-not-allowed',
        params: { setting },
      })
    })

    test.each(['', 'x', '1'.repeat(21), "1' or '1'='1"])('%j is rejected as an id', async (id) => {
      const error = { code: 'settings.value-not-allowed' }
      await expect(store.guilds.read(id)).rejects.toMatchObject(error)
      await expect(store.members.read('1', id)).rejects.toMatchObject(error)
      await expect(store.data.deleteMember(id, { keepDoNotRead: false })).rejects.toMatchObject(error)
      await expect(store.data.deleteGuild(id)).rejects.toMatchObject(error)
    })

    test('channels, roles, excluded members and presets are set and removed', async () => {
      const guild = newId()
      await store.guilds.updateChannel(guild, '1', { voice: 'Ethan', language: 'de' })
      await store.guilds.updateChannel(guild, '1', { language: null, style: 'fast' })
      await store.guilds.updateChannel(guild, '2', { voice: 'Ethan' })
      await store.guilds.updateChannel(guild, '2', { voice: null })
      await store.guilds.setReadChannel(guild, '1', '9')
      await store.guilds.setReadChannel(guild, '1', '8')
      await store.guilds.setReadChannel(guild, '2', '8')
      await store.guilds.setReadChannel(guild, '2', null)
      await store.guilds.setRole(guild, '5', 'required')
      await store.guilds.setRole(guild, '5', 'ignored')
      await store.guilds.setRole(guild, '6', 'required')
      await store.guilds.setRole(guild, '6', null)
      await store.guilds.setUnread(guild, '3', true)
      await store.guilds.setUnread(guild, '3', true)
      await store.guilds.setUnread(guild, '4', true)
      await store.guilds.setUnread(guild, '4', false)
      await store.guilds.setPreset(guild, 'news', 'like a newsreader')
      await store.guilds.setPreset(guild, 'news', 'solemn')
      await store.guilds.setPreset(guild, 'ghost', 'whispering')
      await store.guilds.setPreset(guild, 'ghost', null)
      expect(await store.guilds.read(guild)).toMatchObject({
        channels: new Map([['1', { voice: 'Ethan', style: 'fast' }]]),
        readChannels: new Map([['1', '8']]),
        roles: new Map([['5', 'ignored']]),
        unread: new Set(['3']),
        presets: new Map([['news', 'solemn']]),
      })
    })

    test('a full list rejects new entries, but existing ones can be changed', async () => {
      const guild = newId()
      for (let n = 1; n <= COUNT_LIMITS.presets; n++) await store.guilds.setPreset(guild, `p${n}`, 'calm')
      await expect(store.guilds.setPreset(guild, 'more', 'calm')).rejects.toMatchObject({
        code: 'settings.too-many',
        params: { setting: 'presets', limit: COUNT_LIMITS.presets },
      })
      await store.guilds.setPreset(guild, 'p1', 'loud')
      const { presets } = await store.guilds.read(guild)
      expect(presets.size).toBe(COUNT_LIMITS.presets)
      expect(presets.get('p1')).toBe('loud')
    })

    test('a member has separate settings in each server', async () => {
      const [here, there, user] = [newId(), newId(), newId()]
      await store.members.update(here, user, { voice: 'Serena', speed: 1.25, name: 'Ana 🦊', style: 'shy' })
      await store.members.update(here, user, { style: null })
      await store.members.update(there, user, { voice: 'Ethan', language: 'auto' })
      const chosen = async (guild: string) => (await store.members.read(guild, user)).chosen
      expect(await chosen(here)).toEqual({ voice: 'Serena', speed: 1.25, name: 'Ana 🦊' })
      expect(await chosen(there)).toEqual({ voice: 'Ethan', language: 'auto' })
      await expect(store.members.update(here, user, { speed: 9 })).rejects.toMatchObject({
        code: 'settings.value-out-of-range',
        params: { setting: 'speed', min: 0.5, max: 2 },
      })
    })

    test('an opt-out applies to one server, or to all of them', async () => {
      const [here, there, user] = [newId(), newId(), newId()]
      const optedOut = async (guild: string) => (await store.members.read(guild, user)).optedOut
      expect(await optedOut(here)).toEqual({ here: false, everywhere: false })
      await store.members.setOptOut(user, { guild: here }, true)
      expect(await optedOut(here)).toEqual({ here: true, everywhere: false })
      expect(await optedOut(there)).toEqual({ here: false, everywhere: false })
      await store.members.setOptOut(user, 'everywhere', true)
      await store.members.setOptOut(user, 'everywhere', true)
      await store.members.setOptOut(user, { guild: here }, false)
      expect(await optedOut(here)).toEqual({ here: false, everywhere: true })
      expect(await optedOut(there)).toEqual({ here: false, everywhere: true })
      await store.members.setOptOut(user, 'everywhere', false)
      expect(await optedOut(there)).toEqual({ here: false, everywhere: false })
    })

    test('words keep their order, are replaced in place, and belong to a server or a member', async () => {
      const [guild, user] = [newId(), newId()]
      const brb = literal('brb', 'be right back')
      const laugh: Word = { kind: 'regex', pattern: '(ha){3,}', replacement: '', wholeWord: false, matchCase: true }
      await store.words.put({ guild }, brb)
      await store.words.put({ guild }, laugh)
      await store.words.put({ guild }, { ...brb, replacement: 'back soon', wholeWord: false })
      await store.words.put({ guild, user }, literal('SQL', 'sequel'))
      expect((await store.guilds.read(guild)).words).toEqual([
        { ...brb, replacement: 'back soon', wholeWord: false },
        laugh,
      ])
      expect((await store.members.read(guild, user)).words).toEqual([literal('SQL', 'sequel')])
      expect(await store.words.remove({ guild }, brb)).toBe(true)
      expect(await store.words.remove({ guild }, brb)).toBe(false)
      expect((await store.guilds.read(guild)).words).toEqual([laugh])
    })

    test('a word list is replaced as a whole, or not at all', async () => {
      const guild = newId()
      await store.words.replace({ guild }, [literal('a', '1'), literal('b', '2'), literal('a', '3')])
      expect((await store.guilds.read(guild)).words).toEqual([literal('a', '3'), literal('b', '2')])
      const bad: Word = { ...literal('(a', ''), kind: 'regex' }
      await expect(store.words.replace({ guild }, [literal('c', ''), bad])).rejects.toMatchObject({
        code: 'settings.bad-pattern',
      })
      const many = Array.from({ length: COUNT_LIMITS.guildWords + 1 }, (_, n) => literal(`w${n}`, 'x'))
      await expect(store.words.replace({ guild }, many)).rejects.toMatchObject({ code: 'settings.too-many' })
      expect((await store.guilds.read(guild)).words).toHaveLength(2)
      await store.words.replace({ guild }, many.slice(1))
      expect((await store.guilds.read(guild)).words).toEqual(many.slice(1))
      await expect(store.words.put({ guild }, literal('one more', ''))).rejects.toMatchObject({
        code: 'settings.too-many',
        params: { setting: 'words', limit: COUNT_LIMITS.guildWords },
      })
      await store.words.replace({ guild }, [])
      expect((await store.guilds.read(guild)).words).toEqual([])
    })

    test('patterns that are too large together are rejected, one by one and as a list', async () => {
      const [guild, user] = [newId(), newId()]
      const evil = Array.from({ length: 100 }, (_, n) => pattern(`(?:.?){36}[^\\x00-\\x{${n + 100}}]`))
      const tooLarge = { code: 'settings.patterns-too-large' }
      for (const [owner, room] of [
        [{ guild, user }, 2],
        [{ guild }, 7],
      ] as const) {
        await expect(store.words.replace(owner, evil)).rejects.toMatchObject(tooLarge)
        // With word boundaries each has a size of 77.
        for (const word of evil.slice(0, room)) await store.words.put(owner, word)
        await expect(store.words.put(owner, evil[room]!)).rejects.toMatchObject(tooLarge)
        await store.words.put(owner, { ...evil[0]!, replacement: 'said otherwise' })
        await store.words.put(owner, literal('a', 'b'))
        await store.words.remove(owner, evil[0]!)
        await store.words.put(owner, evil[room]!)
      }
      expect((await store.members.read(guild, user)).words).toHaveLength(3)
      expect((await store.guilds.read(guild)).words).toHaveLength(8)
      const usual = Array.from({ length: 20 }, (_, n) => pattern(`lo+l${n}`))
      await store.words.replace({ guild, user }, usual)
      expect((await store.members.read(guild, user)).words).toEqual(usual)
    })

    test('watchers hear of every change once it can be read', async () => {
      const [guild, user] = [newId(), newId()]
      const stop = new AbortController()
      const heard: SettingsChange[] = []
      const done = (async () => {
        for await (const change of store.watch(stop.signal)) {
          heard.push(change)
          if (change.kind === 'user') stop.abort()
        }
      })()
      await store.guilds.update(guild, { voice: 'Cherry' })
      await store.words.put({ guild, user }, literal('a', 'b'))
      await store.members.setOptOut(user, 'everywhere', true)
      await expect(done).rejects.toMatchObject({ name: 'AbortError' })
      expect(heard).toEqual([
        { kind: 'guild', guild },
        { kind: 'member', guild, user },
        { kind: 'user', user },
      ])
    })
  })
}
