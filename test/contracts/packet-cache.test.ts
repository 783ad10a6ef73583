import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMemoryPacketCache, tieredPacketCache } from '../../src/audio/packet-cache.ts'
import { openDiskPacketCache } from '../../src/audio/packet-cache-disk.ts'
import { silentLog } from '../support/silent-log.ts'
import { describePacketCache } from './packet-cache.ts'

describePacketCache('Memory', async (limits, clock) => {
  const cache = createMemoryPacketCache(limits, clock)
  return { cache, close: () => cache.close() }
})

describePacketCache('A disk', async (limits, clock) => {
  const directory = await mkdtemp(join(tmpdir(), 'lector-packets-'))
  const cache = await openDiskPacketCache(directory, limits, clock, silentLog)
  return { cache, close: () => rm(directory, { recursive: true, force: true }) }
})

describePacketCache('Memory over a disk', async (limits, clock) => {
  const directory = await mkdtemp(join(tmpdir(), 'lector-packets-'))
  // Small enough that most is found on the disk.
  const memory = createMemoryPacketCache({ ...limits, maxEntries: 1 }, clock)
  const cache = tieredPacketCache(memory, await openDiskPacketCache(directory, limits, clock, silentLog))
  return { cache, close: () => rm(directory, { recursive: true, force: true }) }
})
