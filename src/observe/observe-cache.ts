import type { PacketCache } from '../audio/packet-cache.ts'

/** Reports every lookup in the cache as a hit or a miss. */
export function observeCache(cache: PacketCache, onAsked: (found: boolean) => void): PacketCache {
  return {
    async get(key) {
      const stored = await cache.get(key)
      onAsked(stored !== undefined)
      return stored
    },
    put: (key, stored, options) => cache.put(key, stored, options),
    close: () => cache.close(),
  }
}
