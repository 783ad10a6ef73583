import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PacketCache, PacketCacheLimits, StoredPackets } from '../../src/audio/packet-cache.ts'
import type { Clock } from '../../src/kernel/clock.ts'
import { systemClock } from '../../src/kernel/clock.ts'

export interface PacketCacheSubject {
  readonly cache: PacketCache
  close(): Promise<void>
}

/** What every `PacketCache` must do with what may last. */
export function describePacketCache(
  name: string,
  open: (limits: PacketCacheLimits, clock: Clock) => Promise<PacketCacheSubject>,
): void {
  describe(`${name} as a packet cache`, () => {
    let later: number
    let subject: PacketCacheSubject
    const clock: Clock = { ...systemClock, now: () => 1_000 + later, wall: () => Date.now() + later }

    const start = async (limits: Partial<PacketCacheLimits> = {}) => {
      await subject?.close()
      subject = await open({ maxBytes: 100_000, maxEntries: 100, lifetime: 60_000, ...limits }, clock)
    }
    const put = (key: string, stored = entry(key)) => subject.cache.put(key, stored, { lasting: true })
    const get = (key: string) => subject.cache.get(key)
    const kept = async (keys: readonly string[]) => {
      const found: string[] = []
      for (const key of keys) if (await get(key)) found.push(key)
      return found
    }

    beforeEach(async () => {
      later = 0
      await start()
    })
    afterEach(() => subject.close())

    it('gives back what was put, byte for byte, as often as asked', async () => {
      await put('a', { packed: Buffer.from([0, 255, 1, 2]), note: '{"é":"語"}' })
      for (let i = 0; i < 2; i++) {
        expect(await get('a')).toEqual({ packed: Buffer.from([0, 255, 1, 2]), note: '{"é":"語"}' })
      }
      expect(await get('b')).toBeUndefined()
    })

    it('keeps an utterance without packets', async () => {
      await put('a', { packed: Buffer.alloc(0), note: '' })
      expect(await get('a')).toEqual({ packed: Buffer.alloc(0), note: '' })
    })

    it('replaces what was there', async () => {
      await put('a')
      await put('a', entry('other'))
      expect(await get('a')).toEqual(entry('other'))
    })

    it('drops what was not asked for longest when there are too many entries', async () => {
      await start({ maxEntries: 3 })
      for (const key of ['a', 'b', 'c']) await put(key)
      await get('a')
      await put('d')
      expect(await kept(['a', 'b', 'c', 'd'])).toEqual(['a', 'c', 'd'])
    })

    it('never keeps more bytes than it may', async () => {
      await start({ maxBytes: 10_000 })
      const keys = Array.from({ length: 30 }, (_, i) => `key${i}`)
      for (const key of keys) await put(key, entry(key, 1_000))
      const found = await kept(keys)
      expect(found).toEqual(keys.slice(-found.length))
      expect(found.length).toBeGreaterThan(4)
      expect(found.length).toBeLessThan(10)
    })

    it('does not empty itself for an entry that is too large', async () => {
      await put('a')
      await put('large', entry('large', 200_000))
      expect(await kept(['a', 'large'])).toEqual(['a'])
    })

    it('forgets what is older than its lifetime, however often it was asked for', async () => {
      await put('a')
      later = 50_000
      expect(await get('a')).toBeDefined()
      later = 70_000
      expect(await get('a')).toBeUndefined()
    })

    it('gives nothing once it is closed', async () => {
      await put('a')
      await subject.cache.close()
      expect(await get('a')).toBeUndefined()
    })
  })
}

function entry(key: string, bytes = 100): StoredPackets {
  return { packed: Buffer.alloc(bytes, key), note: key }
}
