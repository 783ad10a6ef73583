import type { IncomingMessage, ServerResponse } from 'node:http'
import { text as readText } from 'node:stream/consumers'
import type { Desk } from '../desk.ts'
import type { Faults } from '../faults.ts'
import type { Mood, OpenAiServer } from '../moods/mood.ts'
import type { Order } from '../order.ts'
import type { Recorder } from '../served-request.ts'
import { soundOf } from '../sound.ts'
import { type Answer, fastApiError, json } from './answer.ts'
import { send } from './send.ts'
import { readSpeechBody, type SpeechBody } from './speech-body.ts'

/** An OpenAI-compatible server in one mood. */
export class MoodService {
  readonly #desk: Desk
  readonly #server: OpenAiServer
  #served = 0

  constructor(desk: Desk, mood: Mood) {
    this.#desk = desk
    this.#server = mood.openai
  }

  async serve(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const { speechPaths = ['/v1/audio/speech'], get = {}, notFound } = this.#server
    const { pathname } = url
    const speaks = speechPaths.includes(pathname)
    if (speaks && request.method === 'POST') return this.#speak(request, response, url)
    const list = request.method === 'GET' && Object.hasOwn(get, pathname) ? get[pathname] : undefined
    const answer = list
      ? (this.#locked(request) ?? list(url, this.#served))
      : notFound
        ? notFound(request.method ?? 'GET', pathname)
        : speaks
          ? fastApiError(405, 'Method Not Allowed')
          : fastApiError(404, 'Not Found')
    await send(answer, request, response, this.#desk.clock)
  }

  async #speak(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const { clock } = this.#desk
    const text = await readText(request)
    const count = ++this.#served
    const body = readSpeechBody(text, { headers: request.headers, url, count })
    // A server without keys belongs to whoever watches it alone: the bot.
    const caller = this.#desk.callerOf(request) ?? (this.#server.key === 'bearer' ? undefined : 'bot')
    const recorder = this.#desk.record(orderOf(body), { body: text, ...(caller && { caller }) })
    const gone = new AbortController()
    response.once('close', () => {
      recorder.end('cancelled')
      gone.abort()
    })
    const sleep = (ms: number) => clock.sleep(ms, gone.signal)
    const faults = this.#desk.faultsOf(recorder.request)
    const answer =
      this.#locked(request) ??
      (faults.refuse && refusedBy(faults.refuse)) ??
      (body ? this.#server.speak(body, this.#soundOf(body, recorder, gone.signal), sleep) : NOT_JSON)
    recorder.answered(answer.status)
    const delay = (faults.delay ?? 0) + (answer.delay ?? 0)
    await send({ ...answer, delay }, request, response, clock, gone.signal)
    recorder.end(answer.status >= 400 ? 'refused' : 'completed')
  }

  async *#soundOf(body: SpeechBody, recorder: Recorder, signal: AbortSignal): AsyncGenerator<Buffer> {
    const { voice = '', model = '', language = 'Auto', input = '', speed, instructions } = body
    const line = {
      text: input,
      voice,
      model,
      language,
      ...(speed !== undefined && { speed }),
      ...(instructions !== undefined && { style: instructions }),
    }
    for await (const pcm of soundOf(this.#desk.synthesize, line, signal)) {
      recorder.sounded(pcm)
      yield pcm
    }
  }

  #locked(request: IncomingMessage): Answer | undefined {
    const { key, unauthorized = json(401, { error: 'Invalid API key' }) } = this.#server
    const refused =
      (key === 'bearer' && this.#desk.callerOf(request) === undefined) ||
      (key === 'basic' && request.headers.authorization !== BASIC)
    return refused ? unauthorized : undefined
  }
}

/** What a watcher sees of a request, whether it could be understood or not. */
function orderOf(body: SpeechBody | undefined): Order {
  return {
    model: body?.model ?? '',
    text: body?.input ?? '',
    voice: body?.voice ?? '',
    language: body?.language ?? 'Auto',
    ...(body?.instructions !== undefined && { instructions: body.instructions }),
    optimizeInstructions: false,
    streaming: body?.stream === true,
  }
}

function refusedBy({ status, code, message, retryAfter }: NonNullable<Faults['refuse']>): Answer {
  const headers = retryAfter === undefined ? {} : { 'retry-after': retryAfter }
  return json(status, { error: { message, type: code, param: null, code: status } }, headers)
}

const NOT_JSON = fastApiError(422, [
  { type: 'json_invalid', loc: ['body', 0], msg: 'JSON decode error', input: {}, ctx: { error: 'Expecting value' } },
])
/** `user` and `password`, as a proxy in front of a server asks for them. */
const BASIC = `Basic ${Buffer.from('user:password').toString('base64')}`
