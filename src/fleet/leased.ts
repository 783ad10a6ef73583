import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import type { FleetLedger, HeldBlock } from '../settings/fleet-store.ts'
import { IDENTIFY_GAP_MS, type Ownership, type ShardOwnership } from './ownership.ts'

/** How long a block stays with a process that is not heard of any more. */
export const LEASE_MS = 15_000
export const RENEW_MS = 5_000
/**
 * A process that could not renew for this long falls silent, by its own clock: five seconds before another may take its
 * block, which is enough for clocks that run unevenly and for a statement that was long on its way.
 */
export const FENCE_MS = 10_000
/** How often a standby asks for a block. */
const STANDBY_MS = 1_000
/** Between attempts while the database is away. */
const RETRY_MS = 1_000

export interface LeasedOwnershipOptions {
  readonly ledger: FleetLedger
  /** The bot's user id: what its processes have in common. */
  readonly bot: string
  readonly clock: Clock
  readonly log: Log
}

/** Blocks of shards by leases in the database, for any number of processes. */
export function leasedOwnership({ ledger, bot, clock, log }: LeasedOwnershipOptions): ShardOwnership {
  const owner = randomUUID()
  const holder = { owner, host: hostname(), pid: process.pid }

  return {
    async acquire(wanted, signal, onStandby) {
      let told = false
      for (;;) {
        signal.throwIfAborted()
        const plan = await ledger.plan(bot, { shards: wanted.shards, blockSize: wanted.perProcess })
        const blocks = Math.ceil(plan.shards / plan.blockSize)
        const asked = clock.now()
        const held = await ledger.claim(bot, blocks, holder, LEASE_MS)
        if (held) return own(held, asked, plan)
        if (!told) onStandby(await ledger.holders(bot))
        told = true
        await clock.sleep(STANDBY_MS, signal)
      }
    },
  }

  function own(held: HeldBlock, claimedAt: number, plan: { shards: number; blockSize: number }): Ownership {
    const first = held.block * plan.blockSize
    const last = Math.min(plan.shards, first + plan.blockSize)
    const ended = new AbortController()
    const lost = Promise.withResolvers<void>()
    // The lease runs from the moment of the question: the answer may have been long on its way.
    let renewedAt = claimedAt
    void keep()

    async function keep(): Promise<void> {
      let pause = RENEW_MS
      while (!ended.signal.aborted) {
        await clock.sleep(pause, ended.signal).catch(() => undefined)
        if (ended.signal.aborted) return
        const asked = clock.now()
        try {
          if (await ledger.renew(bot, held, owner, LEASE_MS)) {
            renewedAt = asked
            pause = RENEW_MS
          } else {
            ended.abort()
            lost.resolve()
          }
        } catch (error) {
          log.warn({ err: error, block: held.block }, 'the lease of this process could not be renewed')
          pause = RETRY_MS
        }
      }
    }

    return {
      shards: Array.from({ length: last - first }, (_, index) => first + index),
      shardCount: plan.shards,
      get isValid() {
        return !ended.signal.aborted && clock.now() - renewedAt < FENCE_MS
      },
      lost: lost.promise,
      async identifySlot(shard, maxConcurrency, signal) {
        for (;;) {
          const wait = await ledger.identifySlot(bot, shard % maxConcurrency, IDENTIFY_GAP_MS)
          if (wait === 0) return
          await clock.sleep(wait, signal)
        }
      },
      async release() {
        if (ended.signal.aborted) return
        ended.abort()
        await ledger.release(bot, held, owner)
      },
    }
  }
}
