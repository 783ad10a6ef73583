import type { APIUser } from 'discord-api-types/v10'
import type { Logins } from '../gateway/logins.ts'
import { type Route, route } from '../http/router.ts'

export function openGatewayRoutes(url: () => string): Route<undefined>[] {
  return [route('GET', '/gateway', () => ({ url: url() }))]
}

export function gatewayRoutes(url: () => string, shards: number, logins: Logins): Route<APIUser>[] {
  return [route('GET', '/gateway/bot', () => ({ url: url(), shards, session_start_limit: logins.limit }))]
}
