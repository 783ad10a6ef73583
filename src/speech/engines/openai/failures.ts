import { LectorError, type LectorErrorOptions } from '../../../kernel/errors.ts'
import { type RefusalKind, refusal } from '../../http/refusal.ts'

export interface ServerError {
  /** 0 when nothing told one. */
  readonly status: number
  /** `model_not_found`, `BadRequestError`, … */
  readonly code: string
  /** The field that is wrong. */
  readonly param: string
  /** The server's sentence. It may quote the request, so it is for classifying and never for logs. */
  readonly message: string
}

export interface RequestFacts {
  readonly model: string
  readonly voice: string
  /** Milliseconds that a `Retry-After` asked for. */
  readonly retryAfter?: number
}

/** The error for a refusal, before the sound or after it. */
export function failureOf(error: ServerError, { model, voice, retryAfter }: RequestFacts): LectorError {
  const kind = RULES.find(([, fits]) => fits(error))?.[0] ?? 'bad-request'
  const message = `The speech server refused to speak: ${describe(error)}`
  const { status } = error
  return refusal(kind, { engine: ENGINE, status, model, voice, limit: LONGEST_INPUT, retryAfter }, message)
}

export function voiceUnknown(voice: string, message = 'The speech server does not have the voice'): LectorError {
  return new LectorError('speech.voice-unknown', { engine: ENGINE, voice }, message)
}

export function malformed(reason: string, options: LectorErrorOptions = {}): LectorError<'speech.malformed'> {
  const message = `Cannot read the speech server's answer: ${reason}`
  return new LectorError('speech.malformed', { engine: ENGINE }, message, options)
}

export function cut(reason: string): LectorError<'speech.cut'> {
  const message = `The speech server ended an answer too early: ${reason}`
  return new LectorError('speech.cut', { engine: ENGINE }, message, { retryable: true })
}

export const ENGINE = 'openai'

/** What may be logged: the server's code, never its sentence. */
function describe({ status, code }: ServerError): string {
  return `HTTP ${status} ${/^[\w. -]{1,64}$/.test(code) ? `"${code}"` : 'without a code'}`
}

const refused = ({ status }: ServerError) => status >= 400 && status < 500

/**
 * Which failure a refusal is: the first rule that fits (https://platform.openai.com/docs/guides/error-codes). vLLM has
 * one code for everything, so its sentences decide.
 */
const RULES: readonly (readonly [RefusalKind, (error: ServerError) => boolean])[] = [
  ['auth', ({ status, code }) => status === 401 || code === 'invalid_api_key'],
  ['quota', ({ code }) => code === 'insufficient_quota'],
  ['billing', ({ status, code }) => status === 402 || code === 'billing_not_active'],
  ['blocked', ({ code }) => /content_(policy|filter)/.test(code)],
  ['rate-limited', ({ status, code }) => status === 429 || code === 'rate_limit_exceeded'],
  ['access', ({ status }) => status === 403],
  ['model-gone', (error) => error.code === 'model_not_found' || (refused(error) && error.param === 'model')],
  ['model-gone', (error) => refused(error) && /\bmodel\b.*(not exist|not found|unknown)/is.test(error.message)],
  ['voice-unknown', (error) => refused(error) && error.param === 'voice'],
  ['voice-unknown', (error) => refused(error) && /\b(voice|speaker)\b/i.test(error.message)],
  ['text-too-long', ({ code }) => code === 'string_above_max_length'],
  [
    'text-too-long',
    (error) => refused(error) && /at most \d+ characters|too long|exceeds.*length/i.test(error.message),
  ],
  // An error without a status came out of a running synthesis.
  ['server', ({ status }) => status >= 500 || status < 400],
]

/** Characters, at OpenAI. */
const LONGEST_INPUT = 4_096
