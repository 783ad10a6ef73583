import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { VoiceStateBudget } from '../../src/discord/voice-state-budget.ts'
import { pass, TURNED, turnedClock } from '../support/turned-clock.ts'

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

  it('lets a shard ask 30 times at once and then every second', async () => {
    const times = Array.from({ length: 33 }, (_, index) => request(`${index}`, 1))
    await pass(4_000)
    expect(times.flat().toSorted((a, b) => a - b)).toEqual([...Array(30).fill(0), 1_000, 2_000, 3_000])
  })

  it('lets no failing server delay the others', async () => {
    request('failing', 60)
    await pass(1_000)
    const others = Array.from({ length: 20 }, (_, index) => request(`${index}`, 1))
    await pass(20)
    expect(others.flat()).toEqual(Array(20).fill(1_000))
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
