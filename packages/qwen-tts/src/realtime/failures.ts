import { networkError, QwenTtsError } from '../errors.ts'
import { type ProviderError, refusalOf } from '../refusals.ts'

/** The error for an `error` event. */
export function sessionError(error: ProviderError, action: string): QwenTtsError {
  const { code, message } = error
  if (/\bvoice\b.*(not supported|not found|invalid)/is.test(message)) {
    return refusalOf({ ...error, status: 400, code: 'VoiceNotFound' }, { action })
  }
  if (/\bmodel\b.*(not supported|not found|not exist)/is.test(message)) {
    return refusalOf({ ...error, status: 404, code: 'ModelNotFound' }, { action })
  }
  // These codes come without an HTTP status, which would otherwise count as the server's own failure.
  const status = error.status === 0 && /^invalid_/.test(code) ? 400 : error.status
  return refusalOf({ ...error, status }, { action })
}

/** The error for a handshake that was answered with a status other than 101. */
export function handshakeError(status: number, action: string): QwenTtsError {
  return refusalOf({ status: status >= 300 ? status : 502, code: '', message: '' }, { action })
}

/** The error for a connection that closed before its session was finished (RFC 6455, 7.4.1). */
export function closeError(closeCode: number, reason: string, action: string): QwenTtsError {
  if (closeCode === 1006) return networkError()
  const stated = readReason(reason)
  if (stated) return refusalOf(stated, { action, closeCode })
  const meant = REASONS.find(([words]) => words.test(reason))?.[1]
  if (meant) return refusalOf({ ...meant, message: reason }, { action, closeCode })
  if (closeCode === 1011) {
    const error = THROTTLED.test(reason) ? { status: 429, code: 'Throttling' } : { status: 500, code: 'InternalError' }
    return refusalOf({ ...error, message: reason }, { action, closeCode })
  }
  const message = `DashScope closed a session with code ${closeCode} before it was finished`
  return new QwenTtsError('cut', message, { closeCode, providerMessage: reason, retryable: true })
}

/** A reason that begins with a status and a code, as the messages of `error` events do. */
function readReason(reason: string): ProviderError | undefined {
  const match = /^(\d{3})-([\w.]+)/.exec(reason)
  return match ? { status: Number(match[1]), code: match[2]!, message: reason } : undefined
}

/** What the words of a reason mean, where it states no status. */
const REASONS: readonly (readonly [RegExp, Pick<ProviderError, 'status' | 'code'>])[] = [
  [/FreeTierOnly|free tier/i, { status: 403, code: 'AllocationQuota.FreeTierOnly' }],
  [/arrear|overdue/i, { status: 400, code: 'Arrearage' }],
  [/\bvoice\b/i, { status: 400, code: 'VoiceNotFound' }],
  [/\bmodel\b.*(?:not supported|not found|not exist)/is, { status: 404, code: 'ModelNotFound' }],
  [/api.?key|unauthori[sz]ed/i, { status: 401, code: 'InvalidApiKey' }],
]

const THROTTLED = /throttl|too? many requests/i
