import type { Clock } from './clock.ts'

/** The first millisecond of 2015, where Discord's ids begin (https://discord.com/developers/docs/reference#snowflakes). */
export const DISCORD_EPOCH = 1_420_070_400_000

/** Milliseconds above the lowest 22 bits; below them a counter, so that ids made in one millisecond differ and ascend. */
const COUNTER_BITS = 22n

/** Makes ids that ascend strictly, even when the clock is set back. */
export function snowflakes(clock: Clock): () => string {
  let last = 0n
  return () => {
    const earliest = BigInt(Math.floor(clock.wall()) - DISCORD_EPOCH) << COUNTER_BITS
    last = earliest > last ? earliest : last + 1n
    return last.toString()
  }
}

/** The shard that serves a guild (https://discord.com/developers/docs/events/gateway#sharding). */
export function shardOf(guildId: string, shardCount: number): number {
  return Number((BigInt(guildId) >> COUNTER_BITS) % BigInt(shardCount))
}
