import { type Client, Events } from 'discord.js'
import type { LoginBrake, LoginLimits } from '../../fleet/login-brake.ts'
import type { Holder, Ownership, ShardOwnership } from '../../fleet/ownership.ts'
import { backoff } from '../../kernel/backoff.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { Log } from '../../kernel/log.ts'
import { logIn } from '../client.ts'
import { fetchLimits } from './fetch-limits.ts'

export interface GatewayOptions {
  readonly token: string
  readonly ownership: ShardOwnership
  /** Shards in all; Discord's recommendation unless set. */
  readonly shards?: number | undefined
  /** Shards of this process; all of them unless set. */
  readonly perProcess?: number | undefined
  readonly brake: LoginBrake
  readonly clock: Clock
  readonly log: Log
  readonly onStandby: (holders: readonly Holder[]) => void
  readonly onLimits: (limits: LoginLimits) => void
}

/**
 * Logs in with the shards that are this process's own; until there are any, the process is a standby. Resolves when
 * every server of those shards is known.
 */
export async function openGateway(client: Client, options: GatewayOptions, signal: AbortSignal): Promise<Ownership> {
  const { token, ownership, brake, onStandby, onLimits } = options
  client.rest.setToken(token)
  const limits = await fetchLimits(client.rest, options, signal)
  onLimits(limits)
  const shards = options.shards ?? limits.shards
  const owned = await ownership.acquire({ shards, perProcess: options.perProcess ?? shards }, signal, onStandby)
  try {
    await brake.begin(owned.shards[0] ?? 0, signal)
    // A standby may have waited for days.
    const now = await fetchLimits(client.rest, options, signal)
    onLimits(now)
    await brake.spare(now, owned.shards.length, signal)
    client.options.shards = [...owned.shards]
    client.options.shardCount = owned.shardCount
    const buildIdentifyThrottler = async () => identifyThrottler(client, owned, now.maxConcurrency, options)
    client.options.ws = { ...client.options.ws, buildIdentifyThrottler }
    await logIn(client, token)
  } catch (error) {
    await owned.release().catch(() => undefined)
    throw error
  }
  return owned
}

/** The bot's user id is the first part of its token, so that it is known before any login. */
export function botIdOf(token: string): string {
  return Buffer.from(token.split('.')[0] ?? '', 'base64').toString('latin1')
}

/** Between logins of a shard to which Discord sends no READY. */
const UNANSWERED = { first: 5_000, longest: 10 * 60_000 }

function identifyThrottler(
  client: Client,
  owned: Ownership,
  maxConcurrency: number,
  { clock }: GatewayOptions,
): { waitForIdentify(shard: number, signal: AbortSignal): Promise<void> } {
  const unanswered = new Map<number, number>()
  client.on(Events.ShardReady, (shard) => unanswered.delete(shard))
  return {
    async waitForIdentify(shard, signal) {
      const before = unanswered.get(shard) ?? 0
      unanswered.set(shard, before + 1)
      if (before > 0) await clock.sleep(backoff(before, UNANSWERED), signal)
      await owned.identifySlot(shard, maxConcurrency, signal)
    },
  }
}
