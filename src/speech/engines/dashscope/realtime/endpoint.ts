import { baseUrlOf } from '../endpoint.ts'

/**
 * Where a model speaks over a WebSocket, for a region's name or the base URL that the HTTP engine takes as well: both
 * services lie on one host, `/api/v1` and `/api-ws/v1/realtime`.
 */
export function realtimeUrlOf(regionOrUrl: string, model: string): URL {
  const url = baseUrlOf(regionOrUrl)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  url.pathname = `${url.pathname.replace(/(\/api\/v1)?\/?$/, '')}/api-ws/v1/realtime`
  url.searchParams.set('model', model)
  return url
}
