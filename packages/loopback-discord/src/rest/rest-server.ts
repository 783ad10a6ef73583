import type { IncomingMessage, ServerResponse } from 'node:http'
import type { APIUser } from 'discord-api-types/v10'
import { DiscordError, notFound, unauthorized } from '../errors.ts'
import { readBody } from '../http/body.ts'
import { respond, toAnswer } from '../http/respond.ts'
import { Answer, match, type Route } from '../http/router.ts'
import { targetOf } from '../http/target.ts'
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
      (answer) => respond(response, answer),
      (error: unknown) => respond(response, refusal(error)),
    )
  }

  async #answer(request: IncomingMessage): Promise<Answer> {
    const { path: whole, query } = targetOf(request)
    const path = whole.replace(/^\/api(\/v\d+)?/, '')
    const { body, files } = await readBody(request)
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

function refusal(error: unknown): Answer {
  if (error instanceof DiscordError) return new Answer(error.status, error)
  if (error instanceof SyntaxError) return new Answer(400, { message: '400: Bad Request', code: 0 })
  return new Answer(500, { message: '500: Internal Server Error', code: 0 })
}
