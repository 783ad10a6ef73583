import { LectorError, type LectorErrorOptions } from '../../../kernel/errors.ts'
import type { EngineId } from '../../engine.ts'
import { type RefusalKind, refusal } from '../../http/refusal.ts'
import type { ProviderError } from './payload.ts'

/** What the request asked for: the facts that an error's sentence may need. */
export interface FailureContext {
  /** Who failed; `dashscope` unless given. */
  readonly engine?: DashScopeEngineId
  readonly model: string
  readonly voice: string
  readonly limit: number
  /** Milliseconds that a `Retry-After` asked for. */
  readonly retryAfter?: number
}

export type DashScopeEngineId = Extract<EngineId, `dashscope${string}`>

/** The error for a refusal, before the stream or inside it. */
export function failureOf(error: ProviderError, context: FailureContext): LectorError {
  const { engine = 'dashscope', model, voice, limit, retryAfter } = context
  const kind = RULES.find((rule) => fits(rule, error))?.kind ?? 'bad-request'
  const message = `DashScope refused to speak with model "${model}": ${describe(error)}`
  return refusal(kind, { engine, status: error.status, model, voice, limit, retryAfter }, message)
}

/** The error for an answer that is not what DashScope sends. */
export function malformed(
  reason: string,
  options: LectorErrorOptions & { readonly engine?: DashScopeEngineId } = {},
): LectorError<'speech.malformed'> {
  const { engine = 'dashscope', ...rest } = options
  return new LectorError('speech.malformed', { engine }, `Cannot read DashScope's answer: ${reason}`, rest)
}

function fits(rule: Rule, { status, code, message }: ProviderError): boolean {
  return (rule.code?.test(code) ?? true) && (rule.status?.(status) ?? true) && (rule.message?.test(message) ?? true)
}

/** What may be logged: the provider's code and the request's id, never its sentence. */
function describe({ status, code, requestId }: ProviderError): string {
  const name = /^[\w. -]{1,64}$/.test(code) ? `"${code}"` : 'without a code'
  return `HTTP ${status} ${name}${requestId === undefined ? '' : ` (request ${requestId.slice(0, 64)})`}`
}

interface Rule {
  readonly kind: RefusalKind
  readonly code?: RegExp
  readonly status?: (status: number) => boolean
  readonly message?: RegExp
}

/** The code that says everything and nothing: its message decides. */
const INVALID = /^InvalidParameter$/

/**
 * Which failure a refusal is: the first rule that fits. Codes decide before statuses, and messages only where one code
 * stands for several things (https://www.alibabacloud.com/help/en/model-studio/error-code).
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
  { kind: 'text-too-long', code: INVALID, message: /range of input length/i },
  { kind: 'voice-unknown', code: INVALID, message: /invalid voice|audio\.voice/i },
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
  // An error event that followed an HTTP 200 came from the running synthesis.
  { kind: 'server', status: (status) => status >= 500 || status < 400 },
]
