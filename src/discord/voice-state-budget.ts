import type { Clock } from '../kernel/clock.ts'
import { TokenBucket } from '../kernel/token-bucket.ts'

/**
 * Discord takes 120 gateway messages a minute from a connection, and discord.js makes all others wait until the minute
 * is over once that is used up. Half of it is for voice states (opcode 4), and one server may use only a little of
 * that, so a server that keeps failing delays nobody else.
 */
const SHARD_BURST = 30
const SHARD_REFILL_MS = 1_000
const GUILD_BURST = 3
const GUILD_REFILL_MS = 2_000

export class VoiceStateBudget {
  readonly #clock: Clock
  readonly #shards = new Map<number, TokenBucket>()
  readonly #guilds = new Map<string, TokenBucket>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Waits until this server may send one more voice state. Leaving is free: it must not wait behind joins. */
  async take(shardId: number, guildId: string, signal: AbortSignal): Promise<void> {
    const now = this.#clock.now()
    const guild = this.#guilds.get(guildId) ?? new TokenBucket(GUILD_BURST, GUILD_REFILL_MS)
    this.#guilds.set(guildId, guild)
    const wait = guild.reserve(now)
    if (wait > 0) await this.#clock.sleep(wait, signal)

    // After the server's own wait, so that what a failing server waits for is not taken from the others meanwhile.
    const shard = this.#shards.get(shardId) ?? new TokenBucket(SHARD_BURST, SHARD_REFILL_MS)
    this.#shards.set(shardId, shard)
    const shardWait = shard.reserve(this.#clock.now())
    if (shardWait > 0) await this.#clock.sleep(shardWait, signal)
  }
}
