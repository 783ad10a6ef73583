import { randomUUID } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Clock, systemClock } from './clock.ts'
import { createDashScopeService } from './dashscope/service.ts'
import type { Faults } from './faults.ts'
import { findMood, MOODS } from './moods/list.ts'
import type { Mood } from './moods/mood.ts'
import { VOICEVOX } from './moods/voicevox.ts'
import { PIPER } from './moods/wyoming.ts'
import { MoodService } from './openai/mood-service.ts'
import { createOpenAiService, type OpenAiService, type OpenAiServiceOptions } from './openai/vllm-service.ts'
import { createRealtimeService, type RealtimeOptions } from './realtime/service.ts'
import { REFUSALS } from './refusals.ts'
import { recordRequest, type ServedRequest } from './served-request.ts'
import type { ServiceContext } from './service-context.ts'
import type { Synthesize } from './sound.ts'
import { VoicevoxService } from './voicevox/service.ts'
import { startWyomingServer } from './wyoming/server.ts'

export interface SpeechServiceOptions {
  readonly synthesize: Synthesize
  /** Shared key; defaults to `sk-sandbox`. */
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
  /** The server to behave like; without one a vLLM-Omni, a VOICEVOX and a wyoming-piper answer side by side. */
  readonly mood?: string
  readonly clock?: Clock
}

export interface SpeechService {
  /** Ends with `/api/v1`, as DashScope's. */
  readonly baseUrl: string
  /** Where `/v1/audio/speech` is. */
  readonly openaiBaseUrl: string
  /** Where `/audio_query` and `/synthesis` are, or what a mood has instead of them. */
  readonly voicevoxUrl: string
  /** `tcp://…` */
  readonly wyomingUrl: string
  readonly key: string
  /** Key of the bot under test: requests with it count as the bot's. */
  readonly botKey: string
  /** `request` tells that one has come in, has sounded first, or has ended. */
  readonly events: EventEmitter<{ request: [request: ServedRequest] }>
  /** The latest requests, oldest first; each is filled in while it is served. */
  readonly requests: readonly ServedRequest[]
  /** How many realtime connections have been opened; each serves one request at most. */
  readonly realtimeConnections: number
  readonly mood: string | undefined
  /** Behaves like another server from the next request on; undefined ends it. @throws RangeError for an unknown name */
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
  let mood: Mood | undefined
  let moodRequests = 0
  const context: ServiceContext = {
    synthesize,
    clock,
    callerOf({ headers }) {
      if (headers.authorization === `Bearer ${botKey}`) return 'bot'
      return headers.authorization === `Bearer ${key}` ? 'guest' : undefined
    },
    record(asked, origin) {
      const recorder = recordRequest(randomUUID(), asked, origin, clock, (request) => events.emit('request', request))
      requests.push(recorder.request)
      if (requests.length > keep) requests.shift()
      events.emit('request', recorder.request)
      return recorder
    },
    dashscope: () => (mood && 'dashscope' in mood ? mood.dashscope : {}),
    faultsOf: (request) => options.faults?.(request) ?? context.dashscope().faults?.(request, ++moodRequests) ?? {},
    tooFast() {
      const now = clock.now()
      accepted = accepted.filter((moment) => now - moment < 60_000)
      if (accepted.length >= requestsPerMinute) return REFUSALS.tooFast
      accepted.push(now)
      return undefined
    },
  }
  let openai: OpenAiService
  let http: Pick<VoicevoxService, 'serve'>
  const setMood = (name: string | undefined) => {
    mood = name === undefined ? undefined : moodNamed(name)
    moodRequests = 0
    openai = createOpenAiService(context, { ...options.openai, ...(mood && 'vllm' in mood && { version: mood.vllm }) })
    if (mood && 'openai' in mood) http = new MoodService(context, mood.openai)
    else http = new VoicevoxService(context, mood && 'voicevox' in mood ? mood.voicevox : VOICEVOX)
  }
  setMood(options.mood)
  const realtime = createRealtimeService(context, options.realtime)

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
  const dashscope = createDashScopeService(context, origin, keep)
  const wyoming = await startWyomingServer(context, () => (mood && 'wyoming' in mood ? mood.wyoming : PIPER))

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin)
    if (await dashscope.serve(request, response, url)) return
    if (await http.serve(request, response, url)) return
    if (await openai.serve(request, response, url.pathname)) return
    response.writeHead(404).end()
  }

  return {
    baseUrl: `${origin}/api/v1`,
    openaiBaseUrl: `${origin}/v1`,
    voicevoxUrl: origin,
    wyomingUrl: wyoming.url,
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
      await wyoming.close()
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
