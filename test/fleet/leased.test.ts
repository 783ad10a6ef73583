import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FENCE_MS, LEASE_MS, leasedOwnership } from '../../src/fleet/leased.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import type { FleetLedger } from '../../src/settings/fleet-store.ts'
import { openPostgres } from '../../src/settings/open-postgres.ts'
import type { SettingsStore } from '../../src/settings/store.ts'
import { shardOwnershipContract } from '../contracts/shard-ownership.ts'
import { handClock } from '../support/hand-clock.ts'
import { startPostgres, type TestPostgres } from '../support/postgres.ts'
import { silentLog as log } from '../support/silent-log.ts'

let postgres: TestPostgres
let store: SettingsStore
beforeAll(async () => {
  postgres = await startPostgres()
  store = await openPostgres(await postgres.createDatabase())
})
afterAll(async () => {
  await store?.close()
  await postgres?.stop()
})

let bots = 0
shardOwnershipContract({
  name: 'Postgres',
  several: true,
  open: async () => leasedOwnership({ ledger: store.fleet, bot: `bot ${bots}`, clock: systemClock, log }),
})

describe('a lease', () => {
  const plan = { shards: 1, perProcess: 1 }
  const none = () => undefined

  /** The real table, whose statements can be made to fail. */
  function ledgerThatFails() {
    const broken = { now: false }
    const ledger: FleetLedger = {
      plan: (...args) => store.fleet.plan(...args),
      claim: (...args) => store.fleet.claim(...args),
      renew: (...args) => (broken.now ? Promise.reject(new Error('away')) : store.fleet.renew(...args)),
      release: (...args) => store.fleet.release(...args),
      holders: (...args) => store.fleet.holders(...args),
      identifySlot: (...args) => store.fleet.identifySlot(...args),
    }
    return { ledger, broken }
  }

  it('turns invalid when it could not be renewed for ten seconds, and valid when it could be again', async () => {
    const clock = handClock()
    const { ledger, broken } = ledgerThatFails()
    const ownership = await leasedOwnership({ ledger, bot: `bot ${++bots}`, clock, log }).acquire(
      plan,
      new AbortController().signal,
      none,
    )
    broken.now = true
    await clock.turn(FENCE_MS - 1)
    expect(ownership.isValid).toBe(true)
    await clock.turn(1)
    expect(ownership.isValid).toBe(false)
    broken.now = false
    await clock.turn(2_000)
    await expect.poll(() => ownership.isValid).toBe(true)
    await ownership.release()
  })

  it('is lost when another process has taken the block', async () => {
    const clock = handClock()
    const bot = `bot ${++bots}`
    const first = await leasedOwnership({ ledger: store.fleet, bot, clock, log }).acquire(
      plan,
      new AbortController().signal,
      none,
    )
    // What the passing of the lease does, without waiting for it.
    const [holder] = await store.fleet.holders(bot)
    await store.fleet.release(bot, { block: 0, epoch: 1 }, holder!.owner)
    const second = await leasedOwnership({ ledger: store.fleet, bot, clock: systemClock, log }).acquire(
      plan,
      AbortSignal.timeout(5_000),
      none,
    )
    await clock.turn(5_000)
    await first.lost
    expect([first.isValid, second.isValid]).toEqual([false, true])
    await second.release()
  })

  it('ends after fifteen seconds, and the block goes to a standby', async () => {
    const bot = `bot ${++bots}`
    const holder = { owner: 'gone', host: 'h', pid: 1 }
    await store.fleet.plan(bot, { shards: 1, blockSize: 1 })
    expect(await store.fleet.claim(bot, 1, holder, 300)).toEqual({ block: 0, epoch: 1 })
    const next = leasedOwnership({ ledger: store.fleet, bot, clock: systemClock, log })
    const startedAt = performance.now()
    const ownership = await next.acquire(plan, AbortSignal.timeout(5_000), none)
    expect(performance.now() - startedAt).toBeGreaterThan(250)
    expect(ownership.isValid).toBe(true)
    expect(LEASE_MS).toBeGreaterThan(FENCE_MS)
    await ownership.release()
  })
})
