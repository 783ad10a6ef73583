import { randomUUID } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Clock, systemClock } from './clock.ts'
import type { Desk } from './desk.ts'
import { attend } from './exchange.ts'
import type { Faults } from './faults.ts'
import { createFileShelf } from './files.ts'
import { generationDialect } from './generation.ts'
import { findMood, MOODS } from './moods/list.ts'
import type { Mood } from './moods/mood.ts'
import { MoodService } from './openai/mood-service.ts'
import { createOpenAiService, type OpenAiServiceOptions } from './openai-service.ts'
import { createRealtimeService, type RealtimeOptions } from './realtime-service.ts'
import { REFUSALS } from './refusals.ts'
import { recordRequest, type ServedRequest } from './served-request.ts'
import type { Synthesize } from './sound.ts'

export interface SpeechServiceOptions {
  readonly synthesize: Synthesize
  /** The key for everybody; `sk-sandbox` unless given. */
  readonly key?: string
  /** Loopback port; any free one unless given. */
  readonly port?: number
  readonly requestsPerMinute?: number
  /** How many of the latest requests are remembered, sound included. */
  readonly keep?: number
  /** What goes wrong with a request; undefined for a good answer. */
  readonly faults?: (request: ServedRequest) => Faults | undefined
  readonly realtime?: RealtimeOptions
  readonly openai?: OpenAiServiceOptions
  /** The server that `/v1/audio/speech` behaves like; vLLM-Omni unless given. */
  readonly mood?: string
  readonly clock?: Clock
}

export interface SpeechService {
  /** Ends with `/api/v1`, as DashScope's. */
  readonly baseUrl: string
  /** Where `/v1/audio/speech` is. */
  readonly openaiBaseUrl: string
  readonly key: string
  /** For the bot that is watched alone: what is asked with it is asked by the bot. */
  readonly botKey: string
  /** `request` tells that one has come in, has sounded first, or has ended. */
  readonly events: EventEmitter<{ request: [request: ServedRequest] }>
  /** The latest requests, oldest first; each is filled in while it is served. */
  readonly requests: readonly ServedRequest[]
  /** How many realtime connections have been opened; each serves one request at most. */
  readonly realtimeConnections: number
  /** Name of the mood; undefined while it is a vLLM-Omni's. */
  readonly mood: string | undefined
  /** Behaves like another server from the next request on. @throws RangeError when there is no such mood */
  setMood(name: string | undefined): void
  close(): Promise<void>
}

/**
 * A DashScope on loopback: the paths, headers, bodies and events of
 * https://www.alibabacloud.com/help/en/model-studio/qwen-tts, so that clients need only another base URL. Its realtime
 * WebSocket and a vLLM-Omni's `/v1/audio/speech` are on the same port.
 */
export async function startSpeechService(options: SpeechServiceOptions): Promise<SpeechService> {
  const { synthesize, key = 'sk-sandbox', requestsPerMinute = 180, keep = 200, clock = systemClock } = options
  const botKey = `${key}-bot`
  const requests: ServedRequest[] = []
  const events: SpeechService['events'] = new EventEmitter()
  let accepted: number[] = []
  const desk: Desk = {
    synthesize,
    clock,
    callerOf({ headers }) {
      if (headers.authorization === `Bearer ${botKey}`) return 'bot'
      return headers.authorization === `Bearer ${key}` ? 'guest' : undefined
    },
    record(order, origin) {
      const recorder = recordRequest(randomUUID(), order, origin, clock, (request) => events.emit('request', request))
      requests.push(recorder.request)
      if (requests.length > keep) requests.shift()
      events.emit('request', recorder.request)
      return recorder
    },
    faultsOf: (request) => options.faults?.(request) ?? {},
    tooFast() {
      const now = clock.now()
      accepted = accepted.filter((moment) => now - moment < 60_000)
      if (accepted.length >= requestsPerMinute) return REFUSALS.tooFast
      accepted.push(now)
      return undefined
    },
  }
  const openai = createOpenAiService(desk, options.openai)
  let mood: { readonly name: string; readonly service: MoodService } | undefined
  const setMood = (name: string | undefined) => {
    mood = name === undefined ? undefined : { name, service: new MoodService(desk, moodNamed(name)) }
  }
  setMood(options.mood)
  const realtime = createRealtimeService(desk, options.realtime)

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy())
  })
  server.on('upgrade', (request, socket, head) => {
    if (request.url?.startsWith(`${realtime.path}?`)) realtime.accept(request, socket, head)
    else socket.destroy()
  })
  // Longer than its clients keep a connection, so that none is closed under a request.
  server.keepAliveTimeout = 65_000
  server.listen(options.port ?? 0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const shelf = createFileShelf(origin, clock, keep)
  const generation = generationDialect(desk, shelf)

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin)
    if (url.pathname === GENERATION_PATH && request.method === 'POST')
      return attend(request, response, desk, generation)
    if (url.pathname.startsWith('/results/') && request.method === 'GET') {
      const file = shelf.get(url, request.headers.authorization)
      const status = Buffer.isBuffer(file) ? 200 : file.status
      response.writeHead(status, { 'content-type': Buffer.isBuffer(file) ? 'audio/wav' : 'application/xml' })
      response.end(Buffer.isBuffer(file) ? file : '')
      return
    }
    if (mood && !url.pathname.startsWith('/api/')) return mood.service.serve(request, response, url)
    if (await openai.serve(request, response, url.pathname)) return
    response.writeHead(url.pathname === GENERATION_PATH ? 405 : 404).end()
  }

  return {
    baseUrl: `${origin}/api/v1`,
    openaiBaseUrl: `${origin}/v1`,
    key,
    botKey,
    events,
    requests,
    get realtimeConnections() {
      return realtime.connections
    },
    get mood() {
      return mood?.name
    },
    setMood,
    async close() {
      realtime.close()
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

function moodNamed(name: string): Mood {
  const mood = findMood(name)
  if (!mood) throw new RangeError(`There is no mood "${name}". Moods: ${MOODS.map((one) => one.name).join(', ')}`)
  return mood
}

const GENERATION_PATH = '/api/v1/services/aigc/multimodal-generation/generation'
