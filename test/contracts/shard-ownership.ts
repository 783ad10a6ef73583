import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { Ownership, ShardOwnership } from '../../src/fleet/ownership.ts'

export interface OwnershipSubject {
  readonly name: string
  /** An adapter as a process of its own would have it, on the same folder or database each time. */
  open(): Promise<ShardOwnership>
  readonly several: boolean
}

/** What every adapter of `ShardOwnership` must do. */
export function shardOwnershipContract({ name, open, several }: OwnershipSubject): void {
  describe(`${name} as an owner of shards`, () => {
    const held: Ownership[] = []
    afterEach(async () => {
      await Promise.all(held.splice(0).map((ownership) => ownership.release()))
    })

    const acquire = async (plan = { shards: 4, perProcess: 4 }, signal = AbortSignal.timeout(10_000)) => {
      const ownership = await (await open()).acquire(plan, signal, () => undefined)
      held.push(ownership)
      return ownership
    }

    it('gives all shards to one process', async () => {
      const ownership = await acquire()
      expect(ownership).toMatchObject({ shards: [0, 1, 2, 3], shardCount: 4, isValid: true })
    })

    it('gives the shards to the next process after a release', async () => {
      await (await acquire()).release()
      expect((await acquire()).shards).toEqual([0, 1, 2, 3])
    })

    it('lets shards of one bucket log in five seconds apart, and of others at once', async () => {
      const ownership = await acquire()
      const startedAt = performance.now()
      await Promise.all([0, 1].map((shard) => ownership.identifySlot(shard, 2, AbortSignal.timeout(1_000))))
      expect(performance.now() - startedAt).toBeLessThan(1_000)
      await expect(ownership.identifySlot(2, 2, AbortSignal.timeout(300))).rejects.toThrow()
    })

    it('names the process that holds the shards', async () => {
      await acquire()
      const waiting = new AbortController()
      let named: string | undefined
      const second = (await open()).acquire({ shards: 4, perProcess: 4 }, waiting.signal, ([first]) => {
        named = `process ${first?.pid}`
      })
      const error = second.then(
        () => undefined,
        (error: unknown) => error,
      )
      await sleep(500)
      waiting.abort()
      expect(named ?? String(await error)).toContain(`process ${process.pid}`)
      await error
    })

    it.skipIf(!several)('shares blocks among processes, and keeps the others as standbys', async () => {
      const plan = { shards: 5, perProcess: 2 }
      const owners = await Promise.all([acquire(plan), acquire(plan), acquire(plan)])
      expect(owners.flatMap(({ shards }) => [...shards]).sort()).toEqual([0, 1, 2, 3, 4])
      await expect(acquire(plan, AbortSignal.timeout(1_500))).rejects.toThrow()
    })

    it.skipIf(!several)('keeps the plan that other processes work by', async () => {
      await acquire({ shards: 4, perProcess: 2 })
      expect(await acquire({ shards: 9, perProcess: 9 })).toMatchObject({ shards: [2, 3], shardCount: 4 })
    })
  })
}
