import type { Id } from './types.ts'

/** How a bot's shards are shared out among processes. */
export interface ShardPlan {
  readonly shards: number
  /** Shards of one process. */
  readonly blockSize: number
}

/** A process, as people recognise it. */
export interface BlockHolder {
  /** Unique for each start of a process. */
  readonly owner: string
  readonly host: string
  readonly pid: number
}

export interface HeldBlock {
  readonly block: number
  /** Grows with each new holder, so that a former holder is recognised. */
  readonly epoch: number
}

/** Which process runs which block of shards. All times are the database's. */
export interface FleetLedger {
  /** The plan that holds: the wanted one, unless processes still work by another. */
  plan(bot: string, wanted: ShardPlan): Promise<ShardPlan>
  /** The first block that is free or whose lease has expired, for `lease` milliseconds; undefined when all are held. */
  claim(bot: string, blocks: number, holder: BlockHolder, lease: number): Promise<HeldBlock | undefined>
  /** False when the block has another holder by now. */
  renew(bot: string, held: HeldBlock, owner: string, lease: number): Promise<boolean>
  release(bot: string, held: HeldBlock, owner: string): Promise<void>
  holders(bot: string): Promise<readonly (BlockHolder & { readonly block: number; readonly since: number })[]>
  /**
   * Takes the bucket's next login, after which it rests for `gap` milliseconds. Returns 0 when it was taken, else the
   * milliseconds until it is free.
   */
  identifySlot(bot: string, bucket: number, gap: number): Promise<number>
}

/** Starts that failed one after the other, counted over restarts. */
export interface FailedStarts {
  read(bot: string): Promise<{ readonly failures: number; readonly at: number }>
  write(bot: string, failures: number): Promise<void>
}

/** Messages that have been read out or dropped, so that a restart reads none twice. Ids alone, for minutes. */
export interface HandledMessages {
  add(guild: Id, messages: readonly Id[]): Promise<void>
  /** Those of these messages that have been handled. */
  among(messages: readonly Id[]): Promise<ReadonlySet<Id>>
  forget(olderThan: number): Promise<void>
}
