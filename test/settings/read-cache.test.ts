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

test('a value is cached for its lifetime and then loaded again', async () => {
  expect(await cache.get('a', load)).toBe(1)
  now = 59_999
  expect(await cache.get('a', load)).toBe(1)
  now = 60_000
  expect(await cache.get('a', load)).toBe(2)
})

test('concurrent reads of a key share one load', async () => {
  expect(await Promise.all([cache.get('a', load), cache.get('a', load), cache.get('b', load)])).toEqual([1, 1, 2])
})

test('a value dropped during its load is not cached', async () => {
  const { promise, resolve } = Promise.withResolvers<number>()
  const first = cache.get('a', () => promise)
  cache.drop((key) => key === 'a')
  const second = cache.get('a', load)
  resolve(99)
  expect(await first).toBe(99)
  expect(await second).toBe(1)
  expect(await cache.get('a', load)).toBe(1)
})

test('a stale value is used while loading fails, and loading is retried soon', async () => {
  await cache.get('a', load)
  now = 100_000
  expect(await cache.get('a', fail)).toBe(1)
  now = 104_999
  expect(await cache.get('a', load)).toBe(1)
  now = 105_000
  expect(await cache.get('a', load)).toBe(2)
})

test('expire loads values again, and uses the stale ones if that fails', async () => {
  await cache.get('a', load)
  await cache.get('b', load)
  cache.expire()
  expect(await cache.get('a', load)).toBe(3)
  expect(await cache.get('b', fail)).toBe(2)
})

test('a failure without a stale value is thrown and not cached', async () => {
  await expect(cache.get('a', fail)).rejects.toThrow('away')
  expect(await cache.get('a', load)).toBe(1)
  cache.drop(() => true)
  await expect(cache.get('a', fail)).rejects.toThrow('away')
})

test('the least recently used value is evicted when the cache is full', async () => {
  for (const key of ['a', 'b', 'c', 'a', 'd']) await cache.get(key, load)
  expect(await cache.get('a', load)).toBe(1)
  expect(await cache.get('b', load)).toBe(5)
})
