import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Clock, systemClock } from '../../kernel/clock.ts'
import { countCharacters } from '../../speech/characters.ts'
import type { Utterance } from '../../speech/engine.ts'
import { modelOf } from '../../speech/models.ts'
import type { Desk } from './desk.ts'
import type { Faults } from './faults.ts'
import { createFileShelf } from './files.ts'
import { languageOfOrder, type Order, readOrder } from './order.ts'
import { createRealtimeService, type RealtimeOptions } from './realtime-service.ts'
import { REFUSALS, type Refusal } from './refusals.ts'
import { type Recorder, recordRequest, type ServedRequest } from './served-request.ts'
import { type Synthesize, soundOf } from './sound.ts'
import { sendStream } from './stream-answer.ts'
import { finalData, formatEvent, refusalData } from './wire.ts'
import { createWriter } from './writer.ts'

export interface SpeechServiceOptions {
  readonly synthesize: Synthesize
  /** The only key that is accepted; `sk-sandbox` unless given. */
  readonly key?: string
  /** Loopback port; any free one unless given. */
  readonly port?: number
  readonly requestsPerMinute?: number
  /** How many of the latest requests are remembered, sound included. */
  readonly keep?: number
  /** What goes wrong with a request; undefined for a good answer. */
  readonly faults?: (request: ServedRequest) => Faults | undefined
  readonly realtime?: RealtimeOptions
  readonly clock?: Clock
}

export interface SpeechService {
  /** Ends with `/api/v1`, as DashScope's. */
  readonly baseUrl: string
  readonly key: string
  /** The latest requests, oldest first; each is filled in while it is served. */
  readonly requests: readonly ServedRequest[]
  /** How many realtime connections have been opened; each serves one request at most. */
  readonly realtimeConnections: number
  close(): Promise<void>
}

/**
 * A DashScope on loopback: the paths, headers, bodies and events of
 * https://www.alibabacloud.com/help/en/model-studio/qwen-tts, so that clients need only another base URL.
 */
export async function startSpeechService(options: SpeechServiceOptions): Promise<SpeechService> {
  const { synthesize, key = 'sk-sandbox', requestsPerMinute = 180, keep = 200, clock = systemClock } = options
  const requests: ServedRequest[] = []
  let accepted: number[] = []
  const desk: Desk = {
    key,
    synthesize,
    clock,
    record(order, origin) {
      const recorder = recordRequest(randomUUID(), order, origin, clock)
      requests.push(recorder.request)
      if (requests.length > keep) requests.shift()
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

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin)
    if (url.pathname === GENERATION_PATH && request.method === 'POST') return generate(request, response)
    if (url.pathname.startsWith('/results/') && request.method === 'GET') {
      const file = shelf.get(url, request.headers.authorization)
      const status = Buffer.isBuffer(file) ? 200 : file.status
      response.writeHead(status, { 'content-type': Buffer.isBuffer(file) ? 'audio/wav' : 'application/xml' })
      response.end(Buffer.isBuffer(file) ? file : '')
      return
    }
    response.writeHead(url.pathname === GENERATION_PATH ? 405 : 404).end()
  }

  async function generate(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request)
    const { order, refusal } = readOrder(body, request.headers)
    const workspace = request.headers['x-dashscope-workspace']
    const origin = { body, ...(typeof workspace === 'string' ? { workspace } : {}) }
    const recorder = desk.record(order, origin)

    const gone = new AbortController()
    response.once('close', () => {
      recorder.end('cancelled')
      gone.abort()
    })
    const faults = desk.faultsOf(recorder.request)
    const authorized = request.headers.authorization === `Bearer ${key}`
    const refused = faults.refuse ?? (authorized ? (refusal ?? desk.tooFast()) : REFUSALS.badKey)
    try {
      if (faults.delay !== undefined) await clock.sleep(faults.delay, gone.signal)
      if (refused) return refuse(refused, { faults, response, recorder })
      if (faults.redirect !== undefined || faults.raw) return answerOddly({ faults, response, recorder })
      await speak(order, { faults, response, recorder }, gone.signal)
    } catch {
      if (gone.signal.aborted) return
      if (response.headersSent) response.destroy()
      else refuse(REFUSALS.failed, { faults, response, recorder })
      recorder.end('failed')
    }
  }

  async function speak(order: Order, exchange: Exchange, signal: AbortSignal): Promise<void> {
    const { faults, response, recorder } = exchange
    const sound = soundOf(synthesize, utteranceOf(order), signal)
    const expiresAt = Math.floor(clock.wall() / 1000) + SECONDS_PER_DAY
    const answer = { requestId: recorder.request.id, characters: countCharacters(order.text), expiresAt }
    const keepFile = (pcm: Buffer) => shelf.put(answer.requestId, pcm, expiresAt)

    if (order.streaming) {
      const writer = createWriter(response, signal, faults.bytesPerWrite)
      const head = () => open(exchange, 200, faults.contentType ?? 'text/event-stream;charset=UTF-8')
      return sendStream(response, head, { answer, sound, faults, recorder, writer, clock, signal, keep: keepFile })
    }
    for await (const pcm of sound) recorder.sounded(pcm)
    const url = keepFile(recorder.request.pcm)
    open(exchange, 200, faults.contentType ?? 'application/json')
    response.end(finalData(answer, faults.withoutUrl ? undefined : url))
    recorder.end('completed')
  }

  return {
    baseUrl: `${origin}/api/v1`,
    key,
    requests,
    get realtimeConnections() {
      return realtime.connections
    },
    async close() {
      realtime.close()
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

interface Exchange {
  readonly faults: Faults
  readonly response: ServerResponse
  readonly recorder: Recorder
}

function open({ faults, response, recorder }: Exchange, status: number, contentType: string): void {
  const retryAfter = faults.refuse?.retryAfter
  recorder.answered(status)
  response.writeHead(status, {
    'content-type': contentType,
    'x-request-id': recorder.request.id,
    ...(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
  })
}

function refuse(refusal: Refusal, exchange: Exchange): void {
  const { faults, response, recorder } = exchange
  const data = refusalData(refusal, recorder.request.id)
  const framed = faults.refuse?.framed ?? false
  open(exchange, refusal.status, framed ? 'text/event-stream;charset=UTF-8' : 'application/json')
  recorder.end('refused')
  response.end(framed ? formatEvent(1, data, { event: 'error', status: refusal.status }) : data)
}

function answerOddly(exchange: Exchange): void {
  const { faults, response, recorder } = exchange
  recorder.end('failed')
  if (faults.raw) {
    open(exchange, faults.raw.status, faults.raw.contentType)
    response.end(faults.raw.body)
  } else {
    recorder.answered(302)
    response.writeHead(302, { location: faults.redirect }).end()
  }
}

function utteranceOf(order: Order): Utterance {
  const { text, voice, model, instructions } = order
  const style = modelOf(model).style && instructions !== undefined ? { style: instructions } : {}
  return { text, voice, model, language: languageOfOrder(order), ...style }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

const GENERATION_PATH = '/api/v1/services/aigc/multimodal-generation/generation'
const SECONDS_PER_DAY = 86_400
