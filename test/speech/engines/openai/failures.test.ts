import { describe, expect, it } from 'vitest'
import { failureOf, type ServerError } from '../../../../src/speech/engines/openai/failures.ts'

const failure = (error: Partial<ServerError>) =>
  failureOf({ status: 400, code: '', param: '', message: '', ...error }, { model: 'm', voice: 'v', retryAfter: 5 })

describe('what a refusal means', () => {
  it.each<[Partial<ServerError>, string, boolean]>([
    [{ status: 401, code: 'invalid_api_key' }, 'speech.auth', false],
    [{ status: 403 }, 'speech.access', false],
    [{ status: 404, code: 'model_not_found' }, 'speech.model-gone', false],
    [{ status: 404, message: 'The model `x` does not exist.' }, 'speech.model-gone', false],
    [{ status: 400, param: 'model', message: 'invalid' }, 'speech.model-gone', false],
    [{ status: 404, message: 'Not Found' }, 'speech.bad-request', false],
    [{ status: 400, param: 'voice', message: "Input should be 'alloy'" }, 'speech.voice-unknown', false],
    [{ message: "Invalid voice 'nobody'. Supported: aiden" }, 'speech.voice-unknown', false],
    [{ message: 'Invalid speaker: nobody' }, 'speech.voice-unknown', false],
    [{ code: 'string_above_max_length', param: 'input' }, 'speech.text-too-long', false],
    [{ message: 'String should have at most 4096 characters' }, 'speech.text-too-long', false],
    [{ status: 429, code: 'rate_limit_exceeded' }, 'speech.rate-limited', true],
    [{ status: 429 }, 'speech.rate-limited', true],
    [{ status: 429, code: 'insufficient_quota' }, 'speech.quota', false],
    [{ status: 429, code: 'billing_not_active' }, 'speech.billing', false],
    [{ status: 402 }, 'speech.billing', false],
    [{ code: 'content_policy_violation' }, 'speech.blocked', false],
    [{ status: 500, message: 'the voice encoder failed' }, 'speech.server', true],
    [{ status: 503 }, 'speech.server', true],
    [{ status: 0 }, 'speech.server', true],
    [{ status: 422, message: 'speed must be between 0.25 and 4.0' }, 'speech.bad-request', false],
  ])('%o is %s', (error, code, retryable) => {
    const { code: found, retryable: again } = failure(error)
    expect(found).toBe(code)
    expect(again).toBe(retryable)
  })

  it('quotes no sentence of the server', () => {
    const { message } = failure({ code: 'secret words 你好', message: 'Cannot say "secret words"' })
    expect(message).not.toContain('secret')
  })
})
