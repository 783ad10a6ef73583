import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Faults } from './faults.ts'
import { REFUSALS, type Refusal } from './refusals.ts'
import type { Recorder } from './served-request.ts'
import type { ServiceContext } from './service-context.ts'
import type { SpeechRequest } from './speech-request.ts'

/** One request while it is served. */
export interface Exchange {
  readonly asked: SpeechRequest
  readonly faults: Faults
  readonly response: ServerResponse
  readonly recorder: Recorder
  /** Aborts when the client disconnects. */
  readonly signal: AbortSignal
}

/** What differs between the HTTP APIs. */
export interface Dialect {
  read(body: string, headers: IncomingHttpHeaders): { readonly asked: SpeechRequest; readonly refusal?: Refusal }
  refuse(refusal: Refusal, exchange: Exchange): void
  speak(exchange: Exchange): Promise<void>
}

/** Records a request, applies faults that replace the answer, and answers it. */
export async function handleExchange(
  request: IncomingMessage,
  response: ServerResponse,
  context: ServiceContext,
  dialect: Dialect,
): Promise<void> {
  const body = await text(request)
  const { asked, refusal } = dialect.read(body, request.headers)
  const workspace = request.headers['x-dashscope-workspace']
  const caller = context.callerOf(request)
  const recorder = context.record(asked, {
    body,
    ...(typeof workspace === 'string' && { workspace }),
    ...(caller && { caller }),
  })

  const gone = new AbortController()
  response.once('close', () => {
    recorder.end('cancelled')
    gone.abort()
  })
  const faults = context.faultsOf(recorder.request)
  const exchange: Exchange = { asked, faults, response, recorder, signal: gone.signal }
  const refused = faults.refuse ?? (caller ? (refusal ?? context.tooFast()) : REFUSALS.badKey)
  try {
    if (faults.delay !== undefined) await context.clock.sleep(faults.delay, gone.signal)
    if (refused) dialect.refuse(refused, exchange)
    else if (faults.redirect !== undefined || faults.raw) answerOddly(exchange)
    else await dialect.speak(exchange)
  } catch {
    if (gone.signal.aborted) return
    if (response.headersSent) response.destroy()
    else dialect.refuse(REFUSALS.failed, exchange)
    recorder.end('failed')
  }
}

/** Sends the head of an answer. */
export function open({ faults, response, recorder }: Exchange, status: number, contentType: string): void {
  const retryAfter = faults.refuse?.retryAfter
  recorder.answered(status)
  response.writeHead(status, {
    'content-type': contentType,
    'x-request-id': recorder.request.id,
    ...(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
  })
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
