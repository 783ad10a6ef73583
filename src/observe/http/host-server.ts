import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the host can ask this process. */
export interface HostAnswers {
  /** True while the event loop turns; a process that is not live should be restarted. */
  live(): boolean
  /** Why this process cannot serve now, in words; empty when it can. */
  unready(): Promise<readonly string[]>
  /** The state of the process as plain JSON. */
  status(): object
  /** Prometheus text. */
  metrics(): Promise<string>
}

export interface HostServerOptions {
  readonly host: string
  readonly port: number
  readonly answers: HostAnswers
}

export interface HostServer {
  readonly url: string
  close(): Promise<void>
}

/** HTTP for the host: `/livez`, `/readyz`, `/status` and `/metrics`. Throws when the address is taken. */
export async function startHostServer({ host, port, answers }: HostServerOptions): Promise<HostServer> {
  const server = createServer(async (request, response) => {
    const send = (status: number, type: string, body: string) => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' })
      response.end(request.method === 'HEAD' ? undefined : body)
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return send(405, TEXT, 'Only GET is answered here.\n')
    try {
      switch (request.url?.split('?')[0]) {
        case '/livez':
          return answers.live() ? send(200, TEXT, 'ok\n') : send(503, TEXT, 'The event loop stands still.\n')
        case '/readyz': {
          const reasons = await answers.unready()
          return reasons.length === 0 ? send(200, TEXT, 'ok\n') : send(503, TEXT, `${reasons.join('\n')}\n`)
        }
        case '/status':
          return send(200, JSON_TYPE, `${JSON.stringify(answers.status(), undefined, 2)}\n`)
        case '/metrics':
          return send(200, PROMETHEUS, await answers.metrics())
        default:
          return send(404, TEXT, 'Ask for /livez, /readyz, /status or /metrics.\n')
      }
    } catch {
      send(500, TEXT, 'The answer could not be made; the log has the reason.\n')
    }
  })
  // A scraper that stops reading must not hold the process at shutdown.
  server.requestTimeout = REQUEST_TIMEOUT_MS
  server.listen(port, host)
  await once(server, 'listening')
  const { port: bound } = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    async close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

const TEXT = 'text/plain; charset=utf-8'
const JSON_TYPE = 'application/json; charset=utf-8'
const PROMETHEUS = 'text/plain; version=0.0.4; charset=utf-8'
const REQUEST_TIMEOUT_MS = 10_000
