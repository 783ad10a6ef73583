import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { VoiceStateBudget } from '../../../src/discord/calls/voice-state-budget.ts'
import { pass, TURNED, turnedClock } from '../../support/turned-clock.ts'

let budget: VoiceStateBudget
const forever = new AbortController().signal

beforeEach(() => {
  vi.useFakeTimers({ toFake: [...TURNED] })
  budget = new VoiceStateBudget(turnedClock)
})
afterEach(() => {
  vi.useRealTimers()
})

/** When each of so many requests may leave. */
function request(guildId: string, count: number, shardId = 0): number[] {
  const times: number[] = []
  for (let index = 0; index < count; index++) {
    void budget.take(shardId, guildId, forever).then(() => times.push(performance.now()))
  }
  return times
}

describe('VoiceStateBudget', () => {
  it('lets one server ask three times at once and then every two seconds', async () => {
    const times = request('one', 5)
    await pass(5_000)
    expect(times).toEqual([0, 0, 0, 2_000, 4_000])
  })

  it('lets a shard ask 24 times at once and then every 700 ms', async () => {
    const times = Array.from({ length: 27 }, (_, index) => request(`${index}`, 1))
    await pass(4_000)
    expect(times.flat().toSorted((a, b) => a - b)).toEqual([...Array(24).fill(0), 700, 1_400, 2_100])
  })

  it('has joins wait for the leaves that went before them, and stays below what Discord takes in a minute', async () => {
    let sent = 0
    const comeAndGo = async (guildId: string) => {
      for (;;) {
        await budget.take(0, guildId, forever)
        budget.leave(0)
        sent += 2
      }
    }
    for (let index = 0; index < 40; index++) void comeAndGo(`${index}`)
    await pass(60_000)
    expect(sent).toBeGreaterThan(90)
    expect(sent).toBeLessThan(115)
  })

  it('takes nothing from a server for joins that were given up', async () => {
    for (let index = 0; index < 15; index++) {
      const givenUp = new AbortController()
      budget.take(0, 'one', givenUp.signal).catch(() => undefined)
      await pass(300)
      givenUp.abort()
    }
    const asked = performance.now()
    const [used] = await Promise.all([budget.take(0, 'one', forever).then(() => performance.now()), pass(5_000)])
    expect(used - asked).toBeLessThanOrEqual(2_000)
  })

  it('lets no failing server delay the others', async () => {
    request('failing', 60)
    await pass(1_000)
    const others = Array.from({ length: 10 }, (_, index) => request(`${index}`, 1))
    await pass(20)
    expect(others.flat()).toEqual(Array(10).fill(1_000))
  })

  it('counts each shard by itself', async () => {
    for (let index = 0; index < 30; index++) request(`${index}`, 1)
    const other = request('elsewhere', 1, 1)
    await pass(20)
    expect(other).toEqual([0])
  })

  it('stops waiting when it is no longer wanted', async () => {
    request('one', 3)
    const abort = new AbortController()
    const waiting = budget.take(0, 'one', abort.signal)
    abort.abort(new Error('left'))
    await expect(waiting).rejects.toThrow('left')
  })
})
