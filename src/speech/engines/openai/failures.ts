import { LectorError, type LectorErrorOptions } from '../../../kernel/errors.ts'
import { type RefusalKind, refusal } from '../../http/refusal.ts'
import { scrub } from '../../http/scrub.ts'

/** What a server says went wrong. */
export interface ServerError {
  /** HTTP status, of the answer or of the error itself; 0 when neither said one. */
  readonly status: number
  /** `model_not_found`, `BadRequestError`, … */
  readonly code: string
  /** The field that is wrong. */
  readonly param: string
  /** The server's sentence. It may quote the request, so it is scrubbed before it is logged. */
  readonly message: string
}

export interface RequestFacts {
  readonly model: string
  readonly voice: string
  /** What must not be logged, if the server quotes it. */
  readonly text?: string
  /** The address that was asked, without secrets. */
  readonly url?: string
  /** Milliseconds that a `Retry-After` asked for. */
  readonly retryAfter?: number
}

/** A refusal with what the server said, so that the request can be made in another form. */
export class RefusedError extends Error {
  readonly refusal: ServerError
  readonly failure: LectorError

  constructor(refusal: ServerError, failure: LectorError) {
    super(failure.message)
    this.refusal = refusal
    this.failure = failure
  }
}

/** An answer without sound, or with sound that cannot be read: another form may bring some. */
export class UnusableError extends Error {
  readonly failure: LectorError

  constructor(failure: LectorError) {
    super(failure.message)
    this.failure = failure
  }
}

/** The error for a refusal, before the sound or after it. */
export function failureOf(error: ServerError, facts: RequestFacts): LectorError {
  const { model, voice, retryAfter, url } = facts
  const rule = RULES.find(([, fits]) => fits(error))?.[0] ?? 'bad-request'
  // OpenAI quotes the voice and does not call it one.
  const kind = rule === 'bad-request' && error.message.includes(`'${voice}'`) ? 'voice-unknown' : rule
  const message = `Server refused to speak: ${describe(error, kind, facts)}${url === undefined ? '' : ` (${url})`}`
  const { status } = error
  return refusal(kind, { engine: ENGINE, status, model, voice, limit: limitIn(error), retryAfter }, message)
}

export function voiceUnknown(voice: string, message = 'Server does not have the voice'): LectorError {
  return new LectorError('speech.voice-unknown', { engine: ENGINE, voice }, message)
}

export function malformed(reason: string, options: LectorErrorOptions = {}): LectorError<'speech.malformed'> {
  const message = `Cannot read the speech server's answer: ${reason}`
  return new LectorError('speech.malformed', { engine: ENGINE }, message, options)
}

export function cut(reason: string): LectorError<'speech.cut'> {
  const message = `Server ended an answer too early: ${reason}`
  return new LectorError('speech.cut', { engine: ENGINE }, message, { retryable: true })
}

export const ENGINE = 'openai'

/** What may be logged: status, code, and the server's sentence without people's words. */
function describe({ status, code, message }: ServerError, kind: RefusalKind, { text = '' }: RequestFacts): string {
  const name = /^[\w. -]{1,64}$/.test(code) ? ` "${code}"` : ''
  // These say it all.
  const reason = kind === 'rate-limited' || kind === 'auth' ? '' : scrub(message, [text])
  return `HTTP ${status}${name}${reason === '' ? '' : `, ${reason}`}`
}

/** The longest text in the server's own words, such as "at most 3000 characters". */
function limitIn({ message }: ServerError): number {
  const [, limit] = /(?:at most|limit(?: of|:)?|max(?:imum)?(?: of|:)?|exceeds)\D{0,20}(\d{2,5})/i.exec(message) ?? []
  return limit === undefined ? LONGEST_INPUT : Number(limit)
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
  ['text-too-long', ({ status }) => status === 413],
  ['text-too-long', ({ code }) => /string_above_max_length|string_too_long/.test(code)],
  [
    'text-too-long',
    (error) => refused(error) && /at most \d+ characters|too long|exceeds.*length/i.test(error.message),
  ],
  [
    'model-gone',
    (error) => /model_not_found|invalid_model/.test(error.code) || (refused(error) && error.param === 'model'),
  ],
  [
    'model-gone',
    (error) =>
      refused(error) &&
      /\bmodel\b.*(not exist|not found|unknown|not installed)|unsupported model/is.test(error.message),
  ],
  ['voice-unknown', (error) => refused(error) && error.param === 'voice'],
  ['voice-unknown', (error) => refused(error) && /\b(voice|speaker)\b/i.test(error.message)],
  // An error without a status came out of a running synthesis.
  ['server', ({ status }) => status >= 500 || status < 400],
]

/** Characters, at OpenAI. */
const LONGEST_INPUT = 4_096
