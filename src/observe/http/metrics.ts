import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { SpokenReport } from '../../call/outcome.ts'
import type { SessionState } from '../../call/session.ts'
import type { VoiceSessions } from '../../call/sessions.ts'
import { isLectorError } from '../../kernel/errors.ts'
import type { SpeechReceipt } from '../../speech/engine.ts'

/** What happened to the connection with Discord's gateway. */
export type GatewayEvent =
  | { readonly kind: 'ready' | 'resumed' | 'reconnecting' }
  /** Discord closed the connection for good. */
  | { readonly kind: 'closed'; readonly code: number }

/** Values that are read when Prometheus asks, not when they change. */
export interface MetricSources {
  readonly sessions: VoiceSessions
  /** Servers that should have the bot in a channel and do not. */
  readonly unmet: () => number
  readonly servers: () => number
  /** What a receipt costs in US dollars; undefined when it has no list price. */
  readonly costOf: (receipt: SpeechReceipt) => number | undefined
}

export interface Metrics {
  gateway(event: GatewayEvent): void
  /** An engine could not speak and another one did. */
  engineReplaced(engine: string, by: string, because: string): void
  cacheAsked(found: boolean): void
  identifiesLeft(count: number): void
  /** Prometheus text. */
  text(): Promise<string>
}

/**
 * Figures about what is heard. No label names a server or a person: their number is unbounded, and who uses the bot is
 * nobody's business.
 */
export function createMetrics({ sessions, unmet, servers, costOf }: MetricSources): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })

  const seconds = (name: string, help: string) => new Histogram({ name, help, buckets: SECONDS, registers })
  const counter = <T extends string>(name: string, help: string, labelNames: readonly T[] = []) =>
    new Counter({ name, help, labelNames: [...labelNames], registers })
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read())
      },
    })

  const firstSound = seconds('lector_first_sound_seconds', 'From an accepted text to its first speech packet.')
  const waited = seconds('lector_wait_seconds', 'From an accepted text to the request for its speech.')
  const synthesis = seconds('lector_synthesis_seconds', 'From the request to the first sound of the engine.')
  const sending = seconds('lector_sending_seconds', 'From the first sound of the engine to the first speech packet.')
  const utterances = counter('lector_utterances_total', 'Utterances by what became of them.', ['outcome', 'engine'])
  const failures = counter('lector_failures_total', 'Utterances that failed, by error code.', ['code'])
  const frames = counter('lector_frames_sent_total', 'Speech packets of 20 ms that left.')
  const bridged = counter('lector_frames_bridged_total', 'Silence packets sent because an engine stalled mid-sentence.')
  const characters = counter('lector_characters_total', 'Characters as billed.', ['engine', 'model'])
  const cost = counter('lector_cost_usd_total', 'List price of what was spoken, in US dollars.', ['engine', 'model'])
  const replaced = counter('lector_engine_replaced_total', 'Utterances that another engine spoke.', [
    'engine',
    'by',
    'because',
  ])
  const lost = counter('lector_calls_lost_total', 'Voice connections that broke, by cause.', ['cause'])
  const left = counter('lector_calls_left_total', 'Voice calls that ended, by reason.', ['reason'])
  const gatewayEvents = counter('lector_gateway_events_total', 'Events of gateway connections.', ['event'])
  const gatewayClosed = counter('lector_gateway_closed_total', 'Gateway connections closed for good, by code.', [
    'code',
  ])
  const cache = counter('lector_cache_requests_total', 'Questions to the cache of spoken phrases.', ['result'])
  const identifies = new Gauge({ name: 'lector_identifies_left', help: 'Logins Discord allows today.', registers })

  gauge('lector_servers', 'Servers the bot is in.', servers)
  gauge('lector_calls', 'Servers with a voice call.', () => sessions.size)
  gauge('lector_speaking', 'Calls that send speech now.', () => sessions.playing)
  gauge('lector_queue', 'Utterances spoken or waiting in all servers.', () => sessions.queued)
  gauge('lector_calls_unmet', 'Servers that should have the bot in a channel and do not.', unmet)

  sessions.on('state', (_guildId, state) => onState(state))
  sessions.on('spoken', (_guildId, report) => onSpoken(report))

  function onState(state: SessionState): void {
    if (state.status === 'recovering') lost.inc({ cause: state.by === 'link' ? 'interrupted' : 'broken' })
    if (state.status !== 'left') return
    const { reason } = state
    left.inc({ reason: reason.kind === 'failed' ? reason.error.code : reason.kind })
    if (reason.kind === 'lost') {
      lost.inc({ cause: reason.loss.kind === 'closed' ? String(reason.loss.code) : reason.loss.kind })
    }
  }

  function onSpoken({ outcome, played, ...times }: SpokenReport): void {
    const receipt = outcome.kind === 'spoken' ? outcome.receipt : undefined
    utterances.inc({ outcome: outcome.kind, engine: receipt?.engine ?? '' })
    if (outcome.kind === 'failed') {
      failures.inc({ code: isLectorError(outcome.error) ? outcome.error.code : 'unexpected' })
    }
    frames.inc(played.frames)
    bridged.inc(played.bridged)
    if (receipt && receipt.characters > 0) {
      const { engine, model } = receipt
      characters.inc({ engine, model }, receipt.characters)
      const usd = costOf(receipt)
      if (usd !== undefined) cost.inc({ engine, model }, usd)
    }
    if (times.synthesis === undefined || times.sending === undefined) return
    waited.observe(times.waited / 1000)
    synthesis.observe(times.synthesis / 1000)
    sending.observe(times.sending / 1000)
    firstSound.observe((times.waited + times.synthesis + times.sending) / 1000)
  }

  return {
    gateway(event) {
      gatewayEvents.inc({ event: event.kind })
      if (event.kind === 'closed') gatewayClosed.inc({ code: String(event.code) })
    },
    engineReplaced: (engine, by, because) => replaced.inc({ engine, by, because }),
    cacheAsked: (found) => cache.inc({ result: found ? 'hit' : 'miss' }),
    identifiesLeft: (count) => identifies.set(count),
    text: () => registry.metrics(),
  }
}

/** From what a kept phrase takes to what nobody waits for. */
const SECONDS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1, 1.5, 2, 3, 5, 10, 30]
