import type { APIUser } from 'discord-api-types/v10'
import { type Route, route } from '../http/router.ts'

/** What the identify limit leaves; the sandbox counts no identifies. */
const SESSION_START_LIMIT = { total: 1000, remaining: 1000, reset_after: 14_400_000, max_concurrency: 1 }

export function openGatewayRoutes(url: () => string): Route<undefined>[] {
  return [route('GET', '/gateway', () => ({ url: url() }))]
}

export function gatewayRoutes(url: () => string, shards: number): Route<APIUser>[] {
  return [route('GET', '/gateway/bot', () => ({ url: url(), shards, session_start_limit: SESSION_START_LIMIT }))]
}
