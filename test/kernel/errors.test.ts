import { describe, expect, it } from 'vitest'
import { isAbort, isLectorError, LectorError } from '../../src/kernel/errors.ts'

describe('LectorError', () => {
  it('carries its code, params and cause', () => {
    const cause = new Error('socket hang up')
    const error = new LectorError('speech.server', { engine: 'dashscope', status: 502 }, 'speaking failed', {
      retryable: true,
      retryAfter: 1_500,
      cause,
    })
    expect(error).toBeInstanceOf(Error)
    expect(error).toMatchObject({ name: 'LectorError', code: 'speech.server', retryable: true, retryAfter: 1_500 })
    expect(error.params).toEqual({ engine: 'dashscope', status: 502 })
    expect(error.cause).toBe(cause)
  })

  it('is not retryable and has no cause by default', () => {
    const error = new LectorError('text.empty', {}, 'nothing to say')
    expect(error.retryable).toBe(false)
    expect(error.retryAfter).toBeUndefined()
    expect('cause' in error).toBe(false)
  })
})

describe('isLectorError and isAbort', () => {
  it('tell LectorErrors, aborts and other errors apart', () => {
    const abort = new AbortController()
    abort.abort()
    const ours = new LectorError('app.stopping', {}, 'stopping')
    expect([ours, abort.signal.reason, new Error('x'), 'x', undefined].map(isLectorError)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ])
    expect([ours, abort.signal.reason, new Error('x'), 'x', undefined].map(isAbort)).toEqual([
      false,
      true,
      false,
      false,
      false,
    ])
  })
})
