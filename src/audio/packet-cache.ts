import type { Clock } from '../kernel/clock.ts'

/** The Opus packets of one utterance. */
export interface StoredPackets {
  /** As `PackedPackets` packs it. */
  readonly packed: Buffer
  /** Anything the caller keeps with the packets. */
  readonly note: string
}

/**
 * Utterances that were spoken before, under keys that do not reveal what was said. Adapters never throw: a cache that
 * fails is empty. An entry may disappear at any time.
 */
export interface PacketCache {
  get(key: string): Promise<StoredPackets | undefined>
  /** `lasting` allows writing to disk; never set for what people wrote. */
  put(key: string, stored: StoredPackets, options: { readonly lasting: boolean }): Promise<void>
  close(): Promise<void>
}

export interface PacketCacheLimits {
  readonly maxBytes: number
  readonly maxEntries: number
  /** Milliseconds after which an entry expires. */
  readonly lifetime: number
}

interface Entry {
  readonly stored: StoredPackets
  readonly bytes: number
  readonly until: number
}

/** Keeps utterances in memory and evicts the least recently used. */
export function createMemoryPacketCache(limits: PacketCacheLimits, clock: Clock): PacketCache {
  const { maxBytes, maxEntries, lifetime } = limits
  // A Map keeps the order of insertion, so its first entry is the least recently used.
  const entries = new Map<string, Entry>()
  let bytes = 0

  const remove = (key: string) => {
    bytes -= entries.get(key)?.bytes ?? 0
    entries.delete(key)
  }
  const insert = (key: string, entry: Entry) => {
    remove(key)
    entries.set(key, entry)
    bytes += entry.bytes
  }

  return {
    async get(key) {
      const entry = entries.get(key)
      if (!entry) return undefined
      if (entry.until <= clock.now()) {
        remove(key)
        return undefined
      }
      insert(key, entry)
      return entry.stored
    },
    async put(key, stored) {
      const entry = { stored, bytes: sizeOf(key, stored), until: clock.now() + lifetime }
      if (entry.bytes > maxBytes) return
      insert(key, entry)
      while (bytes > maxBytes || entries.size > maxEntries) remove(entries.keys().next().value!)
    },
    async close() {
      entries.clear()
      bytes = 0
    },
  }
}

/** Reads the quick cache, then the large one, and copies hits of the large one into the quick one. */
export function tieredPacketCache(near: PacketCache, far: PacketCache): PacketCache {
  return {
    async get(key) {
      const stored = await near.get(key)
      if (stored) return stored
      const found = await far.get(key)
      if (found) await near.put(key, found, { lasting: true })
      return found
    },
    async put(key, stored, options) {
      await Promise.all([near.put(key, stored, options), far.put(key, stored, options)])
    },
    async close() {
      await Promise.all([near.close(), far.close()])
    },
  }
}

/** Measured overhead of an entry. */
const ENTRY_BYTES = 500

function sizeOf(key: string, { packed, note }: StoredPackets): number {
  return ENTRY_BYTES + key.length + packed.length + 2 * note.length
}
