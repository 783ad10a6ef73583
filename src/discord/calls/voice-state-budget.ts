import type { Clock } from '../../kernel/clock.ts'
import { TokenBucket } from '../../kernel/token-bucket.ts'

/**
 * Discord takes 120 gateway messages a minute from a connection, and discord.js lets about 115 out before it makes all
 * others wait until the minute is over. At most 110 a minute are voice states (opcode 4), leaves included, and one
 * server may use only a little of that, so a server that keeps failing delays nobody else.
 */
const SHARD_BURST = 24
const SHARD_REFILL_MS = 700
const GUILD_BURST = 3
const GUILD_REFILL_MS = 2_000

interface Shard {
  readonly bucket: TokenBucket
  /** Settles when whoever asked last has had its turn. */
  last: Promise<void>
}

export class VoiceStateBudget {
  readonly #clock: Clock
  readonly #shards = new Map<number, Shard>()
  readonly #guilds = new Map<string, TokenBucket>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Waits until this server may send one more voice state. Whoever gives up while waiting has used up nothing. */
  async take(shardId: number, guildId: string, signal: AbortSignal): Promise<void> {
    const guild = this.#guilds.get(guildId) ?? new TokenBucket(GUILD_BURST, GUILD_REFILL_MS)
    this.#guilds.set(guildId, guild)
    await this.#spend(guild, signal)
    try {
      // After the server's own wait, so that what a failing server waits for is not taken from the others meanwhile.
      await this.#turn(this.#shard(shardId), signal)
    } catch (error) {
      guild.refund()
      throw error
    }
  }

  /** Counts a leave, which never waits behind joins: they wait for it. */
  leave(shardId: number): void {
    this.#shard(shardId).bucket.reserve(this.#clock.now())
  }

  /** One after the other, so that whoever is next knows of every leave until then. */
  async #turn(shard: Shard, signal: AbortSignal): Promise<void> {
    const before = shard.last
    const { promise, resolve } = Promise.withResolvers<void>()
    shard.last = promise
    try {
      await before
      signal.throwIfAborted()
      await this.#spend(shard.bucket, signal)
    } finally {
      resolve()
    }
  }

  async #spend(bucket: TokenBucket, signal: AbortSignal): Promise<void> {
    const wait = bucket.reserve(this.#clock.now())
    try {
      if (wait > 0) await this.#clock.sleep(wait, signal)
    } catch (error) {
      bucket.refund()
      throw error
    }
  }

  #shard(shardId: number): Shard {
    const known = this.#shards.get(shardId)
    if (known) return known
    const shard = { bucket: new TokenBucket(SHARD_BURST, SHARD_REFILL_MS), last: Promise.resolve() }
    this.#shards.set(shardId, shard)
    return shard
  }
}
