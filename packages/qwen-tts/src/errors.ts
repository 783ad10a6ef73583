/** What went wrong, whatever DashScope calls it. */
export type ErrorKind =
  /** The key is wrong, or belongs to the other region. */
  | 'auth'
  /** The key may not use this model or workspace. */
  | 'access'
  /** The free or paid quota is used up. */
  | 'quota'
  /** The account is in arrears, or the service was never bought. */
  | 'billing'
  /** Content inspection refused the text. */
  | 'blocked'
  /** No such model, or not over this transport. */
  | 'model-gone'
  /** No such voice, or not with this model. */
  | 'voice-unknown'
  | 'text-too-long'
  | 'bad-request'
  | 'rate-limited'
  /** DashScope failed on its side. */
  | 'server'
  /** DashScope was not reached, or the connection broke. */
  | 'network'
  | 'timeout'
  /** The answer ended before its last event, so the end of the speech may be missing. */
  | 'cut'
  /** The answer is not what DashScope sends. */
  | 'malformed'

export interface ErrorFacts {
  /** HTTP status of the answer or of the event. */
  readonly status?: number | undefined
  /** DashScope's code, such as `Throttling.RateQuota`; empty when it gave none. */
  readonly code?: string | undefined
  /** DashScope's own sentence, or the reason of a closed WebSocket. It may quote the request: keep it out of logs. */
  readonly providerMessage?: string | undefined
  readonly requestId?: string | undefined
  /** True when the same request may succeed a moment later. */
  readonly retryable?: boolean
  /** Milliseconds that a `Retry-After` header asked for. */
  readonly retryAfter?: number | undefined
  /** The longest text that the model takes, if DashScope said so. */
  readonly limit?: number | undefined
  /** Close code of the WebSocket. */
  readonly closeCode?: number | undefined
  /** What did not come, for `timeout`. */
  readonly phase?: TimeoutPhase | undefined
  /** How long it was waited for. */
  readonly ms?: number | undefined
  readonly cause?: unknown
}

export type TimeoutPhase = 'connection' | 'greeting' | 'answer' | 'data' | 'audio' | 'file'

/** Every failure except an aborted signal, whose reason is thrown as it is. `message` holds nothing of the request's text. */
export class QwenTtsError extends Error {
  override readonly name = 'QwenTtsError'
  readonly kind: ErrorKind
  readonly status: number | undefined
  readonly code: string
  readonly providerMessage: string
  readonly requestId: string | undefined
  readonly retryable: boolean
  readonly retryAfter: number | undefined
  readonly limit: number | undefined
  readonly closeCode: number | undefined
  readonly phase: TimeoutPhase | undefined
  readonly ms: number | undefined

  constructor(kind: ErrorKind, message: string, facts: ErrorFacts = {}) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause })
    this.kind = kind
    this.status = facts.status
    this.code = facts.code ?? ''
    this.providerMessage = facts.providerMessage ?? ''
    this.requestId = facts.requestId
    this.retryable = facts.retryable ?? false
    this.retryAfter = facts.retryAfter
    this.limit = facts.limit
    this.closeCode = facts.closeCode
    this.phase = facts.phase
    this.ms = facts.ms
  }
}

/** The answer is not what DashScope sends. */
export function malformed(reason: string, facts: ErrorFacts = {}): QwenTtsError {
  return new QwenTtsError('malformed', `Cannot read DashScope's answer: ${reason}`, facts)
}

export function networkError(cause?: unknown): QwenTtsError {
  return new QwenTtsError('network', 'The connection to DashScope failed', { retryable: true, cause })
}

export function timeoutError(phase: TimeoutPhase, ms: number, cause?: unknown): QwenTtsError {
  const message = `DashScope sent no ${phase} within ${ms} ms`
  return new QwenTtsError('timeout', message, { phase, ms, retryable: true, cause })
}
