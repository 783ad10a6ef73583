import { HTTPError, type REST, Routes } from 'discord.js'
import type { LoginLimits } from '../../fleet/login-brake.ts'
import { backoff } from '../../kernel/backoff.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { Log } from '../../kernel/log.ts'

const PAUSES = { first: 1_000, longest: 60_000 }

/** Discord's limits for logins. Waits while Discord itself fails (5xx); throws everything else. */
export async function fetchLimits(
  rest: REST,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
  signal: AbortSignal,
): Promise<LoginLimits> {
  for (let retry = 1; ; retry++) {
    try {
      return await askForLimits(rest)
    } catch (error) {
      if (!(error instanceof HTTPError) || error.status < 500) throw error
      const pause = backoff(retry, PAUSES)
      log.warn({ err: error, retryIn: pause }, 'Discord does not answer yet')
      await clock.sleep(pause, signal)
    }
  }
}

async function askForLimits(rest: REST): Promise<LoginLimits> {
  const { shards, session_start_limit: limit } = (await rest.get(Routes.gatewayBot())) as {
    shards: number
    session_start_limit: { remaining: number; reset_after: number; max_concurrency: number }
  }
  const { remaining, reset_after: resetAfter, max_concurrency: maxConcurrency } = limit
  return { shards, remaining, resetAfter, maxConcurrency }
}
