import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { DiscordError, UsageError } from '@lector/loopback-discord'
import {
  Answer,
  LOOPBACK,
  listen,
  match,
  methodsOf,
  type Route,
  readBody,
  respond,
  shut,
  targetOf,
  toAnswer,
} from '@lector/loopback-discord/http'
import type { ControlledSandbox } from './controlled-sandbox.ts'
import { Directory } from './directory.ts'
import { EventStream } from './event-stream.ts'
import { LiveSound } from './live-sound.ts'
import { isLocalRequest } from './local-requests.ts'
import { controlRoutes } from './routes.ts'

export interface ControlOptions extends ControlledSandbox {
  /** Defaults to any free port. */
  readonly port?: number
  /** Handles paths outside the API, for a web page that uses it. */
  readonly page?: RequestListener
}

/** HTTP API for what people do in the sandbox: JSON in, JSON out. */
export class ControlServer {
  readonly url: string
  readonly #server: Server
  readonly #events: EventStream
  readonly #sound: LiveSound

  static async start(options: ControlOptions): Promise<ControlServer> {
    const routes = controlRoutes(options)
    const events = new EventStream(options)
    const server = createServer((request, response) => serve(request, response, routes, events, options.page))
    const sound = new LiveSound(options, new Directory(options.discord.world, options.fixture))
    server.on('upgrade', (request, socket, head) => sound.accept(request, socket, head))
    const port = await listen(server, options.port)
    return new ControlServer(`http://${LOOPBACK}:${port}`, server, events, sound)
  }

  private constructor(url: string, server: Server, events: EventStream, sound: LiveSound) {
    this.url = url
    this.#server = server
    this.#events = events
    this.#sound = sound
  }

  async close(): Promise<void> {
    this.#events.close()
    this.#sound.close()
    await shut(this.#server)
  }
}

function serve(
  request: IncomingMessage,
  response: ServerResponse,
  routes: readonly Route<undefined>[],
  events: EventStream,
  page: RequestListener | undefined,
): void {
  const { path, query } = targetOf(request)
  const found = match(routes, request.method, path)
  const methods = methodsOf(routes, path)
  if (!isLocalRequest(request)) respond(response, new Answer(403, { message: 'Only requests from this host itself.' }))
  else if (request.method === 'GET' && path === '/events') events.open(response)
  else if (found) void answer(request, found.route, found.params, query).then((result) => respond(response, result))
  else if (methods.length > 0) respond(response, wrongMethod(request.method, path, methods))
  else if (page) page(request, response)
  else respond(response, new Answer(404, { message: `There is no "${path}" here.` }))
}

function wrongMethod(method: string | undefined, path: string, methods: readonly string[]): Answer {
  const message = `"${path}" is no address for ${method}, but for ${methods.join(', ')}.`
  return new Answer(405, { message }, { allow: methods.join(', ') })
}

async function answer(
  request: IncomingMessage,
  route: Route<undefined>,
  params: Record<string, string>,
  query: URLSearchParams,
): Promise<Answer> {
  try {
    const { body = {}, files } = await readBody(request)
    return toAnswer(await route.handle({ params, query, body, files, caller: undefined }))
  } catch (error) {
    return refusal(error)
  }
}

/** Errors of Discord keep Discord's status; other invalid requests are a 400 with a sentence. */
function refusal(error: unknown): Answer {
  if (error instanceof DiscordError) return new Answer(error.status, error)
  if (error instanceof UsageError) return new Answer(error.status, { message: error.message })
  if (error instanceof SyntaxError) return new Answer(400, { message: `The body is no JSON: ${error.message}.` })
  if (error instanceof Error && error.name === 'AbortError')
    return new Answer(504, { message: 'The bot has not answered; GET /world shows whether it is there.' })
  return new Answer(500, { message: error instanceof Error ? error.message : String(error) })
}
