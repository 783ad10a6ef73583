import { describe, expect, it } from 'vitest'
import { parseServerEvent } from '../../src/realtime/events.ts'

const read = (event: unknown) => parseServerEvent(JSON.stringify(event))

describe('reading an event of the server', () => {
  it('reads the documented ones', () => {
    const session = { object: 'realtime.session', mode: 'server_commit', voice: 'Cherry', id: 'sess_1' }
    expect(read({ event_id: 'event_1', type: 'session.created', session })).toEqual({
      kind: 'session-created',
      sessionId: 'sess_1',
    })
    expect(read({ type: 'response.audio.delta', response_id: 'r', delta: 'AAECAw==' })).toEqual({
      kind: 'audio',
      audio: Buffer.from([0, 1, 2, 3]),
    })
    const response = { id: 'resp_1', status: 'completed', output: [], usage: { characters: 25 } }
    expect(read({ type: 'response.done', response })).toEqual({
      kind: 'response-done',
      status: 'completed',
      usage: { characters: 25 },
      responseId: 'resp_1',
    })
    expect(read({ event_id: 'event_2239', type: 'session.finished' })).toEqual({ kind: 'session-finished' })
    const error = { code: 'invalid_value', message: 'Session update error: session already started.' }
    expect(read({ type: 'error', error })).toEqual({ kind: 'error', error: { status: 0, ...error } })
  })

  it('finds the status and the code that some messages begin with', () => {
    const message = "400-invalid_value The requested voice 'Nobody' is not supported."
    expect(read({ type: 'error', error: { message } })).toEqual({
      kind: 'error',
      error: { status: 400, code: 'invalid_value', message },
    })
    expect(read({ type: 'error', error: { code: '429-Throttling.RateQuota', message: 'x' } })).toMatchObject({
      error: { status: 429, code: 'Throttling.RateQuota' },
    })
  })

  it.each([
    ['an unfinished response', { status: 'failed' }, 'failed'],
    ['an incomplete response', { status: 'incomplete' }, 'incomplete'],
    ['a response without a status', {}, 'completed'],
    ['no response at all', undefined, 'completed'],
  ])('reads %s', (_, response, status) => {
    expect(read({ type: 'response.done', response })).toEqual({ kind: 'response-done', status })
  })

  it('passes over what decides nothing', () => {
    for (const type of ['session.updated', 'response.created', 'response.audio.done', 'rate_limits.updated', '']) {
      expect(read({ type })).toEqual({ kind: 'other', type, fields: { type } })
    }
  })

  it.each([
    ['no JSON', '{"type":'],
    ['a list', '[]'],
    ['a number', '7'],
    ['null', 'null'],
    ['an object without a type', '{}'],
    ['a type that is no text', '{"type":7}'],
    ['sound that is no Base64', '{"type":"response.audio.delta","delta":"AA*A"}'],
    ['sound that is no text', '{"type":"response.audio.delta","delta":[1]}'],
    ['sound that is missing', '{"type":"response.audio.delta"}'],
  ])('names %s', (_, frame) => {
    expect(parseServerEvent(frame).kind).toBe('malformed')
  })

  it('makes something of a frame that is cut anywhere', () => {
    const frame = JSON.stringify({ type: 'response.audio.delta', response_id: 'resp_é', delta: 'AAECAw==' })
    for (let end = 0; end < frame.length; end++) expect(parseServerEvent(frame.slice(0, end)).kind).toBe('malformed')
    expect(parseServerEvent(frame).kind).toBe('audio')
  })
})
