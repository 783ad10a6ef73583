import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import { createMemoryPacketCache, type PacketCache, tieredPacketCache } from './packet-cache.ts'
import { openDiskPacketCache } from './packet-cache-disk.ts'

export interface PacketCacheOptions {
  /** 0 turns the cache off. */
  readonly memoryBytes: number
  /** 0 turns the disk cache off. */
  readonly diskBytes: number
  /** The folder of the disk cache. */
  readonly directory: string
  readonly clock: Clock
  readonly log: Log
}

export interface OpenPacketCache {
  readonly cache: PacketCache
  /** Keys the names of utterances. */
  readonly secret: Uint8Array
}

/** Opens the configured cache; undefined when it is off. Throws only if the folder cannot be used. */
export async function openPacketCache(options: PacketCacheOptions): Promise<OpenPacketCache | undefined> {
  const { memoryBytes, diskBytes, directory, clock, log } = options
  if (memoryBytes === 0) return undefined
  const memory = createMemoryPacketCache(
    { maxBytes: memoryBytes, maxEntries: MOST_IN_MEMORY, lifetime: MEMORY_LIFETIME },
    clock,
  )
  if (diskBytes === 0) return { cache: memory, secret: randomBytes(SECRET_BYTES) }
  const secret = await secretIn(directory)
  const limits = { maxBytes: diskBytes, maxEntries: MOST_ON_DISK, lifetime: DISK_LIFETIME }
  const disk = await openDiskPacketCache(directory, limits, clock, log)
  return { cache: tieredPacketCache(memory, disk), secret }
}

const HOUR = 3_600_000
const MOST_IN_MEMORY = 10_000
/** Members' words are forgotten within a day. */
const MEMORY_LIFETIME = 6 * HOUR
const MOST_ON_DISK = 10_000
/** Providers change voices without renaming them, so an entry lives for a month at most. */
const DISK_LIFETIME = 30 * 24 * HOUR

const SECRET_BYTES = 32

/** The secret of this folder, created on first use. */
async function secretIn(directory: string): Promise<Uint8Array> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const path = join(directory, 'secret')
  const known = await readFile(path).catch(() => undefined)
  if (known?.length === SECRET_BYTES) return known
  if (known) await rm(path)
  // Written under another name and then linked, so that two processes that start at once read the same secret.
  const temporary = `${path}.${randomBytes(8).toString('hex')}`
  await writeFile(temporary, randomBytes(SECRET_BYTES), { mode: 0o600, flag: 'wx' })
  await link(temporary, path).catch(() => {})
  await rm(temporary)
  return readFile(path)
}
