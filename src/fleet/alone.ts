import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../kernel/clock.ts'
import { describeHolder, type Holder, IDENTIFY_GAP_MS, type ShardOwnership, TakenError } from './ownership.ts'

/**
 * One process for all shards, guarded by a lock in its data folder: another process on the same folder is refused. The
 * operating system lets go of the lock when the process ends, however it ends.
 */
export function aloneOwnership(directory: string, clock: Clock): ShardOwnership {
  return {
    async acquire({ shards: shardCount }, signal) {
      signal.throwIfAborted()
      await mkdir(directory, { recursive: true, mode: 0o700 })
      const lock = await takeLock(directory)
      const notBefore = new Map<number, number>()
      return {
        shards: Array.from({ length: shardCount }, (_, shard) => shard),
        shardCount,
        isValid: true,
        lost: new Promise(() => undefined),
        async identifySlot(shard, maxConcurrency, signal) {
          const bucket = shard % maxConcurrency
          const now = clock.now()
          const at = Math.max(now, notBefore.get(bucket) ?? 0)
          notBefore.set(bucket, at + IDENTIFY_GAP_MS)
          await clock.sleep(at - now, signal)
        },
        async release() {
          if (lock.isOpen) lock.close()
        },
      }
    },
  }

  /** SQLite's own file lock: held by an open transaction, and portable to every system that Node runs on. */
  async function takeLock(directory: string): Promise<DatabaseSync> {
    const lock = new DatabaseSync(join(directory, 'process.lock'), { timeout: 0 })
    const note = join(directory, 'process.json')
    try {
      lock.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE')
    } catch {
      lock.close()
      throw takenBy(directory, await holderIn(note))
    }
    await writeFile(note, JSON.stringify({ host: hostname(), pid: process.pid, since: clock.wall() } satisfies Holder))
    return lock
  }
}

async function holderIn(note: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(note, 'utf8'))
  } catch {
    return undefined
  }
}

function takenBy(directory: string, holder: Holder | undefined): TakenError {
  const who = holder ? describeHolder(holder) : 'another process'
  return new TakenError(`Cannot use the data folder "${directory}": Lector runs on it already (${who}).`)
}
