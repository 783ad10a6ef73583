import type { IncomingMessage, ServerResponse } from 'node:http'
import { text as readText } from 'node:stream/consumers'
import { type Answer, fastApiError, json } from '../answer.ts'
import type { Faults } from '../faults.ts'
import type { OpenAiServer } from '../moods/mood.ts'
import { recorded } from '../recorded.ts'
import { send } from '../send.ts'
import type { ServiceContext } from '../service-context.ts'
import type { Line } from '../sound.ts'
import type { SpeechRequest } from '../speech-request.ts'
import { readSpeechBody, type SpeechBody } from './speech-body.ts'

/** An OpenAI-compatible server in one mood. */
export class MoodService {
  readonly #context: ServiceContext
  readonly #server: OpenAiServer
  #served = 0

  constructor(context: ServiceContext, server: OpenAiServer) {
    this.#context = context
    this.#server = server
  }

  /** Answers everything: what the server does not have is its 404. */
  async serve(request: IncomingMessage, response: ServerResponse, url: URL): Promise<true> {
    const { speechPaths = ['/v1/audio/speech'], get = {}, notFound } = this.#server
    const { pathname } = url
    const speaks = speechPaths.includes(pathname)
    if (speaks && request.method === 'POST') {
      await this.#speak(request, response, url)
      return true
    }
    const list = request.method === 'GET' && Object.hasOwn(get, pathname) ? get[pathname] : undefined
    const answer = list
      ? (this.#locked(request) ?? list(url, this.#served))
      : notFound
        ? notFound(request.method ?? 'GET', pathname)
        : speaks
          ? fastApiError(405, 'Method Not Allowed')
          : fastApiError(404, 'Not Found')
    await send(answer, request, response, this.#context.clock)
    return true
  }

  async #speak(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const { clock } = this.#context
    const text = await readText(request)
    const count = ++this.#served
    const body = readSpeechBody(text, { headers: request.headers, url, count })
    // Without keys nobody can be told apart, so the request counts as the bot's.
    const caller = this.#context.callerOf(request) ?? (this.#server.key === 'bearer' ? undefined : 'bot')
    const { recorder, faults, signal, speak } = recorded(this.#context, response, requestOf(body), {
      body: text,
      caller,
    })
    const sleep = (ms: number) => clock.sleep(ms, signal)
    const answer =
      this.#locked(request) ??
      (faults.refuse && refusedBy(faults.refuse)) ??
      (body ? this.#server.speak(body, speak(lineOf(body)), sleep) : NOT_JSON)
    recorder.answered(answer.status)
    const delay = (faults.delay ?? 0) + (answer.delay ?? 0)
    const sent = await send({ ...answer, delay }, request, response, clock, signal)
    recorder.end(sent === 'broken' ? 'failed' : answer.status >= 400 ? 'refused' : 'completed')
  }

  #locked(request: IncomingMessage): Answer | undefined {
    const { key, unauthorized = json(401, { error: 'Invalid API key' }) } = this.#server
    const refused =
      (key === 'bearer' && this.#context.callerOf(request) === undefined) ||
      (key === 'basic' && request.headers.authorization !== BASIC)
    return refused ? unauthorized : undefined
  }
}

function lineOf({ voice = '', model = '', language = 'Auto', input = '', speed, instructions }: SpeechBody): Line {
  return {
    text: input,
    voice,
    model,
    language,
    ...(speed !== undefined && { speed }),
    ...(instructions !== undefined && { style: instructions }),
  }
}

/** What a watcher sees of a request, whether it could be understood or not. */
function requestOf(body: SpeechBody | undefined): SpeechRequest {
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
