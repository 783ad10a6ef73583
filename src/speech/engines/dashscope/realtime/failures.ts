import { LectorError } from '../../../../kernel/errors.ts'
import { type FailureContext, failureOf } from '../failures.ts'
import type { ProviderError } from '../payload.ts'

export const ENGINE = 'dashscope-realtime'

/** What an error's sentence may need. */
export type SessionFacts = Pick<FailureContext, 'model' | 'voice' | 'limit'>

/** The error for an `error` event. */
export function sessionFailure(error: ProviderError, facts: SessionFacts): LectorError {
  const { code, message } = error
  const context = { ...facts, engine: ENGINE } as const
  if (/\bvoice\b.*(not supported|not found|invalid)/is.test(message)) {
    return failureOf({ ...error, status: 400, code: 'VoiceNotFound' }, context)
  }
  if (/\bmodel\b.*(not supported|not found|not exist)/is.test(message)) {
    return failureOf({ ...error, status: 404, code: 'ModelNotFound' }, context)
  }
  // These codes come without an HTTP status, which would otherwise be taken for the server's own failure.
  const status = error.status === 0 && /^invalid_/.test(code) ? 400 : error.status
  return failureOf({ ...error, status }, context)
}

/** The error for a handshake that was answered with a status other than 101. */
export function handshakeFailure(status: number, facts: SessionFacts): LectorError {
  const shown = status >= 300 ? status : 502
  return failureOf({ status: shown, code: '', message: '' }, { ...facts, engine: ENGINE })
}

/** The error for a connection that closed before the session was finished. */
export function closeFailure(code: number, reason: string, facts: SessionFacts): LectorError {
  if (code === 1006) return networkFailure()
  if (code === 1011) {
    const throttled = /throttl|too? many requests/i.test(reason)
    const error = throttled ? { status: 429, code: 'Throttling' } : { status: 500, code: 'InternalError' }
    return failureOf({ ...error, message: '' }, { ...facts, engine: ENGINE })
  }
  const message = `DashScope closed a session with code ${code} before it was finished`
  return new LectorError('speech.cut', { engine: ENGINE }, message, { retryable: true })
}

export function networkFailure(cause?: unknown): LectorError<'speech.network'> {
  const options = { retryable: true, cause }
  return new LectorError('speech.network', { engine: ENGINE }, 'The connection to DashScope failed', options)
}
