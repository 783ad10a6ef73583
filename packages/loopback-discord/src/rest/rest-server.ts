import { EventEmitter } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { APIUser } from 'discord-api-types/v10'
import { Distance } from '../distance/distance.ts'
import { DiscordError, notFound, unauthorized } from '../errors.ts'
import { readBody } from '../http/body.ts'
import { respond, toAnswer } from '../http/respond.ts'
import { Answer, match, type Route, type UploadedFile } from '../http/router.ts'
import { targetOf } from '../http/target.ts'
import { RestFailures } from './failures.ts'
import { LostAnswers } from './lost-answers.ts'
import { RateLimits, rateLimitHeaders } from './rate-limits.ts'

export interface RestOptions {
  /** For everybody: Discord asks no token for these. */
  readonly open: readonly Route<undefined>[]
  /** For bots with a token. */
  readonly routes: readonly Route<APIUser>[]
  authenticate(token: string): APIUser | undefined
  readonly distance?: Distance
}

/** One request and its answer, for those who check them. */
export interface Exchange {
  readonly method: string
  /** Without `/api/v10`. */
  readonly path: string
  readonly query: URLSearchParams
  readonly body: unknown
  readonly status: number
  readonly answer: unknown
}

/** Discord's REST API, version 10: finds the route, checks the token, writes the answer. */
export class RestServer extends EventEmitter<{ exchange: [exchange: Exchange] }> {
  readonly rateLimits = new RateLimits()
  readonly lostAnswers = new LostAnswers()
  readonly failures = new RestFailures()
  readonly #options: RestOptions
  readonly #distance: Distance

  constructor(options: RestOptions) {
    super()
    this.#options = options
    this.#distance = options.distance ?? new Distance()
  }

  /** A request listener for HTTP and HTTPS servers. */
  readonly handle = (request: IncomingMessage, response: ServerResponse): void => {
    void this.#handle(request, response)
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    await this.#travel()
    const answer = limitsTold(request, await this.#answer(request).catch(refusal))
    await this.#travel()
    const loss = this.lostAnswers.take(request.method, pathOf(request))
    if (loss === 'reset') request.socket.destroy()
    else respond(response, loss ?? answer)
  }

  async #travel(): Promise<void> {
    const delay = this.#distance.oneWay('rest')
    if (delay > 0) await sleep(delay)
  }

  async #answer(request: IncomingMessage): Promise<Answer> {
    const { query } = targetOf(request)
    const path = pathOf(request)
    const { body, files } = await readBody(request)
    const answer = await this.#dispatch(request, path, query, body, files).catch(refusal)
    if (this.listenerCount('exchange') > 0) {
      const { status } = answer
      this.emit('exchange', { method: request.method ?? '', path, query, body, status, answer: answer.body })
    }
    return answer
  }

  async #dispatch(
    request: IncomingMessage,
    path: string,
    query: URLSearchParams,
    body: unknown,
    files: readonly UploadedFile[],
  ): Promise<Answer> {
    const failed = this.failures.take(path)
    if (failed) return failed
    const limited = this.rateLimits.refuse(request.method, path)
    if (limited) return limited
    const open = match(this.#options.open, request.method, path)
    if (open) return toAnswer(await open.route.handle({ params: open.params, query, body, files, caller: undefined }))
    const caller = this.#caller(request)
    const found = match(this.#options.routes, request.method, path)
    if (!found) throw notFound()
    return toAnswer(await found.route.handle({ params: found.params, query, body, files, caller }))
  }

  #caller({ headers }: IncomingMessage): APIUser {
    const [scheme, token = ''] = (headers.authorization ?? '').split(' ')
    const user = scheme === 'Bot' ? this.#options.authenticate(token) : undefined
    if (!user) throw unauthorized()
    return user
  }
}

function limitsTold(request: IncomingMessage, { status, body, headers }: Answer): Answer {
  return new Answer(status, body, { ...rateLimitHeaders(request.method, pathOf(request)), ...headers })
}

/** Without `/api/v10`. */
function pathOf(request: IncomingMessage): string {
  return targetOf(request).path.replace(/^\/api(\/v\d+)?/, '')
}

function refusal(error: unknown): Answer {
  if (error instanceof DiscordError) return new Answer(error.status, error)
  if (error instanceof SyntaxError) return new Answer(400, { message: '400: Bad Request', code: 0 })
  return new Answer(500, { message: '500: Internal Server Error', code: 0 })
}
