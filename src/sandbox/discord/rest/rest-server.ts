import type { IncomingMessage, ServerResponse } from 'node:http'
import type { APIUser } from 'discord-api-types/v10'
import { readBody } from '../../http/body.ts'
import { Answer, match, type Route } from '../../http/router.ts'
import { DiscordError, unauthorized } from '../errors.ts'
import { RateLimits } from './rate-limits.ts'

export interface RestOptions {
  /** For everybody: Discord asks no token for these. */
  readonly open: readonly Route<undefined>[]
  /** For bots with a token. */
  readonly routes: readonly Route<APIUser>[]
  authenticate(token: string): APIUser | undefined
}

/** Discord's REST API, version 10: finds the route, checks the token, writes the answer. */
export class RestServer {
  readonly rateLimits = new RateLimits()
  readonly #options: RestOptions

  constructor(options: RestOptions) {
    this.#options = options
  }

  /** A request listener for HTTP and HTTPS servers. */
  readonly handle = (request: IncomingMessage, response: ServerResponse): void => {
    this.#answer(request).then(
      (answer) => write(response, answer),
      (error: unknown) => write(response, refusal(error)),
    )
  }

  async #answer(request: IncomingMessage): Promise<Answer> {
    const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://discord')
    const path = pathname.replace(/^\/api(\/v\d+)?/, '')
    const { body, files } = await readBody(request)
    const limited = this.rateLimits.refuse(request.method, path)
    if (limited) return limited
    const open = match(this.#options.open, request.method, path)
    if (open) return toAnswer(await open.route.handle({ params: open.params, query, body, files, caller: undefined }))
    const caller = this.#caller(request)
    const found = match(this.#options.routes, request.method, path)
    if (!found) throw new DiscordError(404, 0, '404: Not Found')
    return toAnswer(await found.route.handle({ params: found.params, query, body, files, caller }))
  }

  #caller({ headers }: IncomingMessage): APIUser {
    const [scheme, token = ''] = (headers.authorization ?? '').split(' ')
    const user = scheme === 'Bot' ? this.#options.authenticate(token) : undefined
    if (!user) throw unauthorized()
    return user
  }
}

function toAnswer(result: unknown): Answer {
  return result instanceof Answer ? result : new Answer(200, result)
}

function refusal(error: unknown): Answer {
  if (error instanceof DiscordError) return new Answer(error.status, error)
  if (error instanceof SyntaxError) return new Answer(400, { message: '400: Bad Request', code: 0 })
  return new Answer(500, { message: '500: Internal Server Error', code: 0 })
}

function write(response: ServerResponse, { status, body, headers }: Answer): void {
  if (body instanceof Uint8Array) response.writeHead(status, headers).end(body)
  else if (body === undefined) response.writeHead(status, headers).end()
  else response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}
