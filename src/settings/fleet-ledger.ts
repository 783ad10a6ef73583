import { type SqlBool, sql } from 'kysely'
import type { Database, Writer } from './database.ts'
import type { BlockHolder, FleetLedger, HeldBlock, ShardPlan } from './fleet-store.ts'

/** The fleet's tables. Times are the database's own, so that clocks of several hosts need not agree. */
export class KyselyFleetLedger implements FleetLedger {
  readonly #database: Database
  readonly #now: ReturnType<typeof sql<number>>

  constructor(database: Database, dialect: 'sqlite' | 'postgres') {
    this.#database = database
    this.#now =
      dialect === 'postgres'
        ? sql<number>`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`
        : sql<number>`cast(unixepoch('subsec') * 1000 as integer)`
  }

  async plan(bot: string, wanted: ShardPlan): Promise<ShardPlan> {
    return await this.#database.write('the plan of shards', undefined, async (writer) => {
      const row = { shardCount: wanted.shards, blockSize: wanted.blockSize }
      await writer
        .insertInto('fleet')
        .values({ botId: bot, ...row })
        .onConflict((conflict) => conflict.column('botId').doNothing())
        .execute()
      // A plan can change only while no process works by the old one.
      const free = sql<SqlBool>`not exists (select 1 from shard_block where bot_id = ${bot} and expires > ${this.#now})`
      await writer.updateTable('fleet').set(row).where('botId', '=', bot).where(free).execute()
      const { shardCount, blockSize } = await writer
        .selectFrom('fleet')
        .selectAll()
        .where('botId', '=', bot)
        .executeTakeFirstOrThrow()
      return { shards: shardCount, blockSize }
    })
  }

  async claim(bot: string, blocks: number, holder: BlockHolder, lease: number): Promise<HeldBlock | undefined> {
    return await this.#database.write('a block of shards', undefined, async (writer) => {
      for (let block = 0; block < blocks; block++) {
        const held = await this.#claimOne(writer, { bot, block, holder, lease })
        if (held) return held
      }
      return undefined
    })
  }

  async renew(bot: string, { block, epoch }: HeldBlock, owner: string, lease: number): Promise<boolean> {
    return await this.#database.write('the lease of shards', undefined, async (writer) => {
      const renewed = await writer
        .updateTable('shardBlock')
        .set({ expires: sql<number>`${this.#now} + ${lease}` })
        .where('botId', '=', bot)
        .where('block', '=', block)
        .where('owner', '=', owner)
        .where('epoch', '=', epoch)
        .executeTakeFirst()
      return renewed.numUpdatedRows > 0n
    })
  }

  async release(bot: string, { block, epoch }: HeldBlock, owner: string): Promise<void> {
    await this.#database.write('the lease of shards', undefined, (writer) =>
      writer
        .updateTable('shardBlock')
        .set({ expires: 0 })
        .where('botId', '=', bot)
        .where('block', '=', block)
        .where('owner', '=', owner)
        .where('epoch', '=', epoch)
        .execute(),
    )
  }

  async holders(bot: string): Promise<readonly (BlockHolder & { readonly block: number; readonly since: number })[]> {
    return await this.#database.read('the holders of shards', (reader) =>
      reader
        .selectFrom('shardBlock')
        .select(['owner', 'host', 'pid', 'block', 'since'])
        .where('botId', '=', bot)
        .where('expires', '>', this.#now)
        .orderBy('block')
        .execute(),
    )
  }

  async identifySlot(bot: string, bucket: number, gap: number): Promise<number> {
    return await this.#database.write('a slot to log in', undefined, async (writer) => {
      const next = sql<number>`${this.#now} + ${gap}`
      const taken = await writer
        .insertInto('identifySlot')
        .values({ botId: bot, bucket, notBefore: next })
        .onConflict((conflict) =>
          conflict
            .columns(['botId', 'bucket'])
            .doUpdateSet({ notBefore: next })
            .where(sql<SqlBool>`identify_slot.not_before <= ${this.#now}`),
        )
        .returning('bucket')
        .execute()
      if (taken.length > 0) return 0
      const { wait } = await writer
        .selectFrom('identifySlot')
        .select(sql<number>`not_before - ${this.#now}`.as('wait'))
        .where('botId', '=', bot)
        .where('bucket', '=', bucket)
        .executeTakeFirstOrThrow()
      return Math.max(1, Number(wait))
    })
  }

  async #claimOne(
    writer: Writer,
    { bot, block, holder, lease }: { bot: string; block: number; holder: BlockHolder; lease: number },
  ): Promise<HeldBlock | undefined> {
    const lasts = { expires: sql<number>`${this.#now} + ${lease}`, since: this.#now }
    const [row] = await writer
      .insertInto('shardBlock')
      .values({ botId: bot, block, ...holder, epoch: 1, ...lasts })
      .onConflict((conflict) =>
        conflict
          .columns(['botId', 'block'])
          .doUpdateSet({ ...holder, epoch: sql<number>`shard_block.epoch + 1`, ...lasts })
          .where(sql<SqlBool>`shard_block.expires <= ${this.#now}`),
      )
      .returning('epoch')
      .execute()
    return row && { block, epoch: Number(row.epoch) }
  }
}
