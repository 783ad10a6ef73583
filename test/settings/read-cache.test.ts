import { beforeEach, expect, test } from 'vitest'
import { type Clock, systemClock } from '../../src/kernel/clock.ts'
import { ReadCache } from '../../src/settings/read-cache.ts'

let now: number
let loads: number
let cache: ReadCache<number>

beforeEach(() => {
  now = 0
  loads = 0
  const clock: Clock = { ...systemClock, now: () => now }
  cache = new ReadCache({ clock, lifetime: 60_000, size: 3 })
})

const load = async () => ++loads
const fail = async () => {
  throw new Error('away')
}

test('an answer serves for its lifetime and is then asked for again', async () => {
  expect(await cache.get('a', load)).toBe(1)
  now = 59_999
  expect(await cache.get('a', load)).toBe(1)
  now = 60_000
  expect(await cache.get('a', load)).toBe(2)
})

test('equal reads at the same time share one load', async () => {
  expect(await Promise.all([cache.get('a', load), cache.get('a', load), cache.get('b', load)])).toEqual([1, 1, 2])
})

test('an answer that was dropped while it was loaded is not kept', async () => {
  const { promise, resolve } = Promise.withResolvers<number>()
  const first = cache.get('a', () => promise)
  cache.drop((key) => key === 'a')
  const second = cache.get('a', load)
  resolve(99)
  expect(await first).toBe(99)
  expect(await second).toBe(1)
  expect(await cache.get('a', load)).toBe(1)
})

test('an old answer serves while the source fails, and the source is asked again soon after', async () => {
  await cache.get('a', load)
  now = 100_000
  expect(await cache.get('a', fail)).toBe(1)
  now = 104_999
  expect(await cache.get('a', load)).toBe(1)
  now = 105_000
  expect(await cache.get('a', load)).toBe(2)
})

test('after expire the source is asked, and what it cannot say comes from memory', async () => {
  await cache.get('a', load)
  await cache.get('b', load)
  cache.expire()
  expect(await cache.get('a', load)).toBe(3)
  expect(await cache.get('b', fail)).toBe(2)
})

test('a failure without an old answer is passed on and not kept', async () => {
  await expect(cache.get('a', fail)).rejects.toThrow('away')
  expect(await cache.get('a', load)).toBe(1)
  cache.drop(() => true)
  await expect(cache.get('a', fail)).rejects.toThrow('away')
})

test('the answer unused for longest goes when there is no room', async () => {
  for (const key of ['a', 'b', 'c', 'a', 'd']) await cache.get(key, load)
  expect(await cache.get('a', load)).toBe(1)
  expect(await cache.get('b', load)).toBe(5)
})
