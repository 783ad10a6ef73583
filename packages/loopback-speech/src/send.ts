import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer } from './answer.ts'
import type { Clock } from './clock.ts'
import { createWriter } from './writer.ts'

/** Sends an answer; a body that fails breaks the connection after what it has given. */
export async function send(
  answer: Answer,
  request: IncomingMessage,
  response: ServerResponse,
  clock: Clock,
  signal: AbortSignal = new AbortController().signal,
): Promise<'sent' | 'broken'> {
  const { status, headers, body, delay = 0, missing = 0, after } = answer
  request.resume()
  try {
    // The sound is made during the delay, not after it.
    const [ready] = await Promise.all([body, delay > 0 ? clock.sleep(delay, signal) : undefined])
    if (typeof ready === 'string' || Buffer.isBuffer(ready)) {
      response.writeHead(status, { 'content-length': String(Buffer.byteLength(ready) + missing), ...headers })
      response.write(ready)
    } else {
      response.writeHead(status, headers)
      response.flushHeaders()
      const writer = createWriter(response, signal)
      for await (const piece of ready) await writer.write(piece)
    }
  } catch {
    if (response.headersSent) await new Promise((resolve) => response.write('', resolve))
    response.destroy()
    return 'broken'
  }
  if (after === 'close') response.write('', () => response.socket?.end())
  else if (after === undefined) response.end()
  return after === 'close' ? 'broken' : 'sent'
}
