import type { VoiceSessions } from '../../call/sessions.ts'
import type { HostAnswers } from './host-server.ts'
import type { MetricSources, Metrics } from './metrics.ts'

export interface HostOptions extends MetricSources {
  readonly address: { readonly host: string; readonly port: number }
  readonly unready: HostAnswers['unready']
  /** Facts that `/status` shows beside its own. */
  readonly facts: () => Readonly<Record<string, unknown>>
}

export interface Host {
  readonly url: string
  readonly metrics: Metrics
  close(): Promise<void>
}

/** Answers the host over HTTP. Prometheus's library is loaded here and nowhere else: most bots run without it. */
export async function openHost({ address, unready, facts, ...sources }: HostOptions): Promise<Host> {
  const [{ startHostServer }, { createMetrics }] = await Promise.all([
    import('./host-server.ts'),
    import('./metrics.ts'),
  ])
  const metrics = createMetrics(sources)
  const server = await startHostServer({
    ...address,
    answers: {
      live: () => true,
      unready,
      status: () => ({ ...facts(), ...callsOf(sources.sessions), unmet: sources.unmet(), ...processFacts() }),
      metrics: () => metrics.text(),
    },
  })
  return { url: server.url, metrics, close: () => server.close() }
}

function callsOf(sessions: VoiceSessions) {
  return { calls: sessions.size, speaking: sessions.playing, queued: sessions.queued }
}

function processFacts() {
  const { rss, heapUsed } = process.memoryUsage()
  return {
    uptimeSeconds: Math.round(process.uptime()),
    memoryMegabytes: { resident: Math.round(rss / 1e6), heap: Math.round(heapUsed / 1e6) },
    node: process.version,
  }
}
