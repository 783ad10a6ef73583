import type { ServerResponse } from 'node:http'
import { Answer } from './router.ts'

/** What a handler returned, as an answer: a plain value is JSON with 200. */
export function toAnswer(result: unknown): Answer {
  return result instanceof Answer ? result : new Answer(200, result)
}

export function respond(response: ServerResponse, { status, body, headers }: Answer): void {
  if (body instanceof Uint8Array || body === undefined) response.writeHead(status, headers).end(body)
  else response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}
