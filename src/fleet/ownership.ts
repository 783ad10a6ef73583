/** The process that holds a block of shards, as its host recognises it. */
export interface Holder {
  readonly host: string
  readonly pid: number
  /** Milliseconds since 1970. */
  readonly since: number
}

/** A block of shards that is this process's own. */
export interface Ownership {
  /** The shards' numbers, of `shardCount` in all. */
  readonly shards: readonly number[]
  readonly shardCount: number
  /**
   * False as soon as another process may hold the block: nothing may be sent to Discord then. It turns true again when
   * the lease could be renewed after all.
   */
  readonly isValid: boolean
  /** Resolves when another process holds the block. */
  readonly lost: Promise<void>
  /** Waits until this shard may log in. Rejects with the signal's reason. */
  identifySlot(shard: number, maxConcurrency: number, signal: AbortSignal): Promise<void>
  /** Gives the block to whichever process wants it next. */
  release(): Promise<void>
}

/** Who runs which shards. One adapter for a single process, one for any number of processes on one database. */
export interface ShardOwnership {
  /**
   * Waits until a block is this process's own; until then the process is a standby. `onStandby` is told who holds the
   * blocks, once. Throws `TakenError` where nobody may wait, and the signal's reason.
   */
  acquire(plan: WantedPlan, signal: AbortSignal, onStandby: (holders: readonly Holder[]) => void): Promise<Ownership>
}

export interface WantedPlan {
  /** Shards in all, as Discord recommends or the host has set. */
  readonly shards: number
  /** Shards of one process; all of them unless set. */
  readonly perProcess: number
}

/** The gap that Discord wants between two logins of one bucket. */
export const IDENTIFY_GAP_MS = 5_000

/** Another process holds what this one needs. The message names it, for the host. */
export class TakenError extends Error {
  override readonly name = 'TakenError'
}

/** "process 4711 on host1 since 2026-11-28 08:00:00Z" */
export function describeHolder({ host, pid, since }: Holder): string {
  return `process ${pid} on ${host} since ${new Date(since).toISOString().replace('T', ' ').replace(/\.\d+/, '')}`
}
