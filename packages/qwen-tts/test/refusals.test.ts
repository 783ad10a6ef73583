import { describe, expect, it } from 'vitest'
import { parseRetryAfter } from '../src/connection.ts'
import { refusalOf } from '../src/refusals.ts'

const CONTEXT = { action: 'speak with model "qwen3-tts-flash"' }

/** The refusals that DashScope documents, and what they are called here. */
const TABLE: readonly [status: number, code: string, message: string, failure: string, retryable: boolean][] = [
  [401, 'InvalidApiKey', 'Invalid API-key provided.', 'auth', false],
  [401, 'invalid_api_key', 'Incorrect API key provided.', 'auth', false],
  [401, 'NOT AUTHORIZED', 'Access denied: Either you are not authorized to access this workspace', 'auth', false],
  [403, 'AccessDenied', 'Access denied.', 'access', false],
  [403, 'AccessDenied.Unpurchased', 'Access to model denied.', 'access', false],
  [403, 'Model.AccessDenied', 'Access to model denied.', 'access', false],
  [403, 'Workspace.AccessDenied', 'Access to model denied.', 'access', false],
  [403, 'AllocationQuota.FreeTierOnly', 'The free tier of the model has been exhausted.', 'quota', false],
  [404, 'ModelNotFound', 'Model can not be found.', 'model-gone', false],
  [404, 'Model.NotFound', 'Model can not be found.', 'model-gone', false],
  [404, 'model_not_found', 'The model xxx does not exist.', 'model-gone', false],
  [400, 'InvalidParameter', 'Model not exist.', 'model-gone', false],
  [400, 'InvalidParameter', 'url error, please check url！', 'model-gone', false],
  [400, 'InvalidParameter', 'current user api does not support http call.', 'model-gone', false],
  [
    400,
    'InvalidParameter',
    '<400> InternalError.Algo.InvalidParameter: Range of input length should be [0, 600]',
    'text-too-long',
    false,
  ],
  [400, 'InvalidParameter', 'Invalid voice specified, x', 'voice-unknown', false],
  [400, 'InvalidParameter', "Input should be 'Cherry', 'Ethan': parameters.audio.voice", 'voice-unknown', false],
  [400, 'InvalidParameter', 'cosyvoice:Engine error [411]: TTS speak operation failed', 'voice-unknown', false],
  [400, 'InvalidParameter', 'Engine error [411]: TTS speak operation failed', 'voice-unknown', false],
  [400, 'InvalidParameter', 'Engine return error code: 418', 'voice-unknown', false],
  [400, 'InvalidParameter', 'Each request sends text is limited: 20000, current: 36000', 'text-too-long', false],
  [400, 'BadRequest.VoiceNotFound', 'Voice not found.', 'voice-unknown', false],
  [400, 'InvalidParameter', 'something else', 'bad-request', false],
  [400, 'BadRequest.EmptyInput', 'Required input missing from request.', 'bad-request', false],
  [400, 'BadRequest.IllegalInput', '', 'bad-request', false],
  [400, 'DataInspectionFailed', 'Input data may contain inappropriate content.', 'blocked', false],
  [400, 'data_inspection_failed', 'Input data may contain inappropriate content.', 'blocked', false],
  [400, 'Arrearage', 'Access denied, please make sure your account is in good standing.', 'billing', false],
  [400, 'ClientDisconnect', 'Client disconnected before task finished!', 'network', false],
  [429, 'Throttling', 'Requests throttling triggered.', 'rate-limited', true],
  [429, 'Throttling.RateQuota', 'Requests rate limit exceeded, please try again later.', 'rate-limited', true],
  [429, 'Throttling.BurstRate', 'Request rate increased too quickly.', 'rate-limited', true],
  [429, 'Throttling.SomethingNew', '', 'rate-limited', true],
  [429, 'LimitRequests', '', 'rate-limited', true],
  [429, 'limit_requests', '', 'rate-limited', true],
  [429, 'limit_burst_rate', '', 'rate-limited', true],
  [
    429,
    'Throttling.AllocationQuota',
    'Allocated quota exceeded, please increase your quota limit.',
    'rate-limited',
    true,
  ],
  [429, 'insufficient_quota', 'You exceeded your current quota.', 'rate-limited', true],
  [429, 'Throttling.AllocationQuota', 'Free allocated quota exceeded.', 'quota', false],
  [429, 'CommodityNotPurchased', '', 'billing', false],
  [429, 'PrepaidBillOverdue', '', 'billing', false],
  [429, 'PostpaidBillOverdue', '', 'billing', false],
  [500, 'InternalError', 'An internal error has occured.', 'server', true],
  [500, 'InternalError.Algo', 'inference internal error.', 'server', true],
  [500, 'InternalError.Timeout', '', 'server', true],
  [500, 'SystemError', '', 'server', true],
  [500, 'ModelServiceFailed', '', 'server', true],
  [500, 'RequestTimeOut', 'Request timed out, please try again later.', 'server', true],
  [503, 'ModelServingError', 'Too many requests.', 'server', true],
  [503, 'ModelUnavailable', '', 'server', true],
  // Undocumented codes: the status decides.
  [401, '', '', 'auth', false],
  [403, 'Whatever', '', 'access', false],
  [418, 'Teapot', '', 'bad-request', false],
  [429, '', '', 'rate-limited', true],
  [502, '', '', 'server', true],
  [0, 'Unheard', '', 'server', true],
  [200, 'Unheard', '', 'server', true],
]

describe('refusalOf', () => {
  it.each(TABLE)('%i %s "%s" is %s, retryable %s', (status, code, message, kind, retryable) => {
    const error = refusalOf({ status, code, message }, CONTEXT)
    expect([error.kind, error.retryable]).toEqual([kind, retryable])
  })

  it('keeps status, code, request id and sentence', () => {
    const provider = { status: 429, code: 'Throttling', message: 'Slow down.', requestId: 'r-1' }
    expect(refusalOf(provider, { ...CONTEXT, retryAfter: 7_000 })).toMatchObject({
      name: 'QwenTtsError',
      kind: 'rate-limited',
      status: 429,
      code: 'Throttling',
      providerMessage: 'Slow down.',
      requestId: 'r-1',
      retryable: true,
      retryAfter: 7_000,
      message: 'DashScope refused to speak with model "qwen3-tts-flash": HTTP 429 "Throttling" (request r-1)',
    })
  })

  it.each([
    ['Range of input length should be [0, 600]', 600],
    ['Each request sends text is limited: 20000, current: 36000', 20_000],
    ['Range of input length is wrong', undefined],
  ])('finds the limit in "%s"', (message, limit) => {
    expect(refusalOf({ status: 400, code: 'InvalidParameter', message }, CONTEXT).limit).toBe(limit)
  })

  it('has no message that repeats the provider’s sentence, which may quote the text', () => {
    const error = refusalOf(
      { status: 400, code: 'x: secret words!', message: 'secret words', requestId: 'r-1' },
      CONTEXT,
    )
    expect(error.message).not.toContain('secret')
    expect(error.message).toContain('r-1')
  })
})

describe('parseRetryAfter', () => {
  const now = Date.parse('2026-11-22T12:00:00Z')
  it.each([
    [undefined, undefined],
    ['7', 7_000],
    ['0.5', 500],
    ['Sun, 22 Nov 2026 12:00:30 GMT', 30_000],
    ['Sun, 22 Nov 2026 11:00:00 GMT', 0],
    ['soon', undefined],
  ])('reads %s', (header, ms) => {
    expect(parseRetryAfter(header, now)).toBe(ms)
  })
})
