import { type ErrorKind, QwenTtsError } from './errors.ts'

/** An error object of DashScope, over HTTP or a WebSocket. */
export interface ProviderError {
  /** HTTP status, of the answer or of the event; 0 when neither had one. */
  readonly status: number
  readonly code: string
  /** DashScope's sentence, which may quote the request. */
  readonly message: string
  readonly requestId?: string
}

export interface RefusalContext {
  /** What DashScope refused: `speak with model "…"`. */
  readonly action: string
  readonly retryAfter?: number | undefined
  readonly closeCode?: number | undefined
}

/** The error for a refusal, before the audio or in the middle of it. */
export function refusalOf(error: ProviderError, { action, retryAfter, closeCode }: RefusalContext): QwenTtsError {
  const { status, code, message, requestId } = error
  const kind = RULES.find((rule) => fits(rule, error))?.kind ?? 'bad-request'
  return new QwenTtsError(kind, `DashScope refused to ${action}: ${describe(error)}`, {
    status: status === 0 ? undefined : status,
    code,
    providerMessage: message,
    requestId,
    retryable: kind === 'rate-limited' || kind === 'server',
    retryAfter,
    closeCode,
    limit: kind === 'text-too-long' ? limitIn(message) : undefined,
  })
}

/**
 * True for the refusal that Qwen-Audio-TTS gives for a voice of another model, and now and then for a voice that it
 * has: only a second request tells.
 */
export function mayPass(error: unknown): boolean {
  return error instanceof QwenTtsError && ENGINE_ERROR_411.test(error.providerMessage)
}

function fits(rule: Rule, { status, code, message }: ProviderError): boolean {
  return (rule.code?.test(code) ?? true) && (rule.status?.(status) ?? true) && (rule.message?.test(message) ?? true)
}

/** What may be logged: the code and the request's id, never DashScope's sentence. */
function describe({ status, code, requestId }: ProviderError): string {
  const name = /^[\w. -]{1,64}$/.test(code) ? `"${code}"` : 'without a code'
  const request = requestId !== undefined && /^[\w-]{1,64}$/.test(requestId) ? ` (request ${requestId})` : ''
  return `${status === 0 ? 'error' : `HTTP ${status}`} ${name}${request}`
}

/** `Range of input length should be [0, 600]`, `Each request sends text is limited: 20000, current: 36000`. */
function limitIn(message: string): number | undefined {
  const digits = /\[\d+, ?(\d{1,9})\]/.exec(message)?.[1] ?? /limited: ?(\d{1,9})/.exec(message)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

interface Rule {
  readonly kind: ErrorKind
  readonly code?: RegExp
  readonly status?: (status: number) => boolean
  readonly message?: RegExp
}

const ENGINE_ERROR_411 = /engine error ?\[411\]/i
/** A code that stands for many things: the message decides. */
const INVALID = /^InvalidParameter$/

/**
 * The first rule that fits decides. Codes come before statuses, and messages only where one code stands for several
 * things (https://www.alibabacloud.com/help/en/model-studio/error-code).
 */
const RULES: readonly Rule[] = [
  { kind: 'auth', code: /^(InvalidApiKey|invalid_api_key|NOT AUTHORIZED)$/i },
  { kind: 'quota', code: /^AllocationQuota\.FreeTierOnly$/ },
  { kind: 'quota', code: /^Throttling\.AllocationQuota$/, message: /free allocated quota/i },
  { kind: 'access', code: /(^|\.)AccessDenied(\.|$)/ },
  { kind: 'billing', code: /^(Arrearage|CommodityNotPurchased|PrepaidBillOverdue|PostpaidBillOverdue)$/ },
  { kind: 'blocked', code: /^(DataInspectionFailed|data_inspection_failed)$/ },
  { kind: 'model-gone', code: /^(ModelNotFound|Model\.NotFound|model_not_found)$/ },
  { kind: 'model-gone', code: INVALID, message: /model not exist|url error|does not support http call/i },
  { kind: 'text-too-long', code: INVALID, message: /range of input length|sends text is limited/i },
  { kind: 'voice-unknown', code: INVALID, message: /invalid voice|audio\.voice/i },
  { kind: 'voice-unknown', message: ENGINE_ERROR_411 },
  { kind: 'voice-unknown', message: /engine return error code: ?418/i },
  { kind: 'voice-unknown', code: /VoiceNotFound$/ },
  { kind: 'network', code: /^ClientDisconnect$/ },
  { kind: 'bad-request', code: /^(BadRequest(\..+)?|InvalidParameter(\..+)?)$/ },
  {
    kind: 'rate-limited',
    code: /^(Throttling(\..+)?|LimitRequests|limit_requests|limit_burst_rate|insufficient_quota)$/,
  },
  {
    kind: 'server',
    code: /^(InternalError(\..+)?|SystemError|ModelServiceFailed|RequestTimeOut|ModelServingError|ModelUnavailable)$/,
  },
  { kind: 'auth', status: (status) => status === 401 },
  { kind: 'access', status: (status) => status === 403 },
  { kind: 'rate-limited', status: (status) => status === 429 },
  // An error event after an HTTP 200 comes from the running synthesis.
  { kind: 'server', status: (status) => status >= 500 || status < 400 },
]
