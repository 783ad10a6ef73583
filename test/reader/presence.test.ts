import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Move } from '../../src/reader/presence.ts'
import { GENERAL, GUILD, LOUNGE, MIA, TOM } from '../support/incoming.ts'
import { Reading } from '../support/reading.ts'
import { pass, TURNED } from '../support/turned-clock.ts'

const WORKSHOP = '301'
let reading: Reading

beforeEach(async () => {
  vi.useFakeTimers({ toFake: [...TURNED] })
  reading = await Reading.open()
})
afterEach(async () => {
  await reading.close()
  vi.useRealTimers()
})

const channel = () => reading.sessions.get(GUILD)?.channelId
/** Somebody goes from one channel to another; how many are where then follows from it. */
const move = async (where: Pick<Move, 'from' | 'to'>, more: Partial<Move> = {}) => {
  const { listeners } = reading
  const change = (place: string | undefined, by: number) => {
    if (place !== undefined && !more.isBot) listeners.set(place, (listeners.get(place) ?? 0) + by)
  }
  change(where.from, -1)
  change(where.to, 1)
  await reading.presence.moved({ guild: GUILD, user: TOM.id, name: 'Tom', isBot: false, ...where, ...more })
}
const comes = (more?: Partial<Move>) => move({ to: LOUNGE }, more)
const goes = (more?: Partial<Move>) => move({ from: LOUNGE }, more)

describe('announcements', () => {
  beforeEach(() => reading.settings.guilds.update(GUILD, { announceJoins: true, announceLeaves: true }))

  it('tell who comes and who goes, in the server’s language and voice', async () => {
    await reading.settings.guilds.update(GUILD, { announceLanguage: 'de', voice: 'Ethan' })
    await comes()
    await pass(1_000)
    await move({ from: LOUNGE, to: WORKSHOP })
    await pass(1_000)
    expect(reading.said).toEqual(['Tom ist da', 'Tom ist gegangen'])
    expect(reading.engine.requests[0]?.utterance).toMatchObject({ language: 'de', voice: 'Ethan' })
    // Who was where is nothing to be kept on a disk.
    expect(reading.engine.requests.map(({ utterance }) => utterance.fixed)).toEqual([undefined, undefined])
  })

  it('are off unless a server wants them', async () => {
    await reading.settings.guilds.update(GUILD, { announceJoins: null })
    await comes()
    await goes()
    await pass(1_000)
    expect(reading.said).toEqual(['Tom left'])
  })

  it('greet nobody twice in a minute', async () => {
    for (let time = 0; time < 3; time += 1) {
      await comes()
      await goes()
      await pass(1_000)
    }
    expect(reading.said).toEqual(['Tom joined', 'Tom left'])
    await pass(60_000)
    await comes()
    await pass(1_000)
    expect(reading.said).toHaveLength(3)
  })

  it('leave out bots, other channels, and people who do not want to be read', async () => {
    await comes({ isBot: true })
    await move({ to: WORKSHOP })
    await reading.settings.members.setOptOut(TOM.id, 'everywhere', true)
    await comes()
    await reading.settings.guilds.setUnread(GUILD, MIA.id, true)
    await goes({ user: MIA.id })
    await pass(1_000)
    expect(reading.said).toEqual([])
  })

  it('are not made for somebody who is alone with the bot', async () => {
    reading.listeners.set(LOUNGE, 0)
    await comes()
    await goes()
    await pass(1_000)
    expect(reading.said).toEqual([])
  })

  it('say names as people chose them, without ornaments', async () => {
    await comes({ user: MIA.id, name: '꧁ Mia_K ꧂' })
    await reading.settings.members.update(GUILD, TOM.id, { name: 'Tommy' })
    await comes()
    await pass(2_000)
    expect(reading.said).toEqual(['Mia K joined', 'Tommy joined'])
  })
})

describe('the bot', () => {
  it('leaves a minute after the last person, and stays when somebody comes back', async () => {
    reading.listeners.set(LOUNGE, 1)
    await goes()
    await pass(59_000)
    await comes()
    await pass(60_000)
    expect(channel()).toBe(LOUNGE)
    await goes()
    await pass(59_000)
    expect(channel()).toBe(LOUNGE)
    await pass(1_020)
    expect(channel()).toBeUndefined()
  })

  it('leaves after as long as the server wants, or never', async () => {
    await reading.settings.guilds.update(GUILD, { leaveWhenAloneAfter: 0 })
    reading.listeners.set(LOUNGE, 1)
    await goes()
    await pass(120_000)
    expect(channel()).toBe(LOUNGE)
    await reading.settings.guilds.update(GUILD, { leaveWhenAloneAfter: 1_000 })
    await comes()
    await goes()
    await pass(1_020)
    expect(channel()).toBeUndefined()
  })

  it('leaves a channel that was empty when it came', async () => {
    reading.listeners.set(WORKSHOP, 0)
    await reading.sessions.join(GUILD, WORKSHOP)
    await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0))
    await pass(61_000)
    expect(channel()).toBeUndefined()
  })

  it('comes with the first who enters a channel that is read, where the server wants that', async () => {
    reading.sessions.get(GUILD)?.leave()
    reading.listeners.clear()
    await comes()
    expect(channel(), 'not asked for').toBeUndefined()
    await reading.settings.guilds.update(GUILD, { autoJoin: true })
    await comes({ user: MIA.id })
    expect(channel(), 'not the first').toBeUndefined()
    await move({ to: WORKSHOP })
    expect(channel(), 'not read there').toBeUndefined()
    reading.listeners.clear()
    await comes({ isBot: true })
    expect(channel(), 'a bot').toBeUndefined()
    await comes()
    expect(channel()).toBe(LOUNGE)
    await reading.settings.guilds.setReadChannel(GUILD, GENERAL, WORKSHOP)
    reading.listeners.delete(WORKSHOP)
    await move({ to: WORKSHOP }, { user: MIA.id })
    expect(channel(), 'busy').toBe(LOUNGE)
  })

  it('follows one person from channel to channel, until it is told otherwise or leaves', async () => {
    reading.presence.follow(GUILD, TOM.id)
    await move({ from: LOUNGE, to: WORKSHOP }, { user: MIA.id })
    expect(channel()).toBe(LOUNGE)
    await move({ from: LOUNGE, to: WORKSHOP })
    expect(channel()).toBe(WORKSHOP)
    reading.presence.unfollow(GUILD)
    await move({ from: WORKSHOP, to: LOUNGE })
    expect(channel()).toBe(WORKSHOP)
    reading.presence.follow(GUILD, TOM.id)
    expect(reading.presence.followed(GUILD)).toBe(TOM.id)
    reading.sessions.get(GUILD)?.leave()
    expect(reading.presence.followed(GUILD)).toBeUndefined()
  })
})
