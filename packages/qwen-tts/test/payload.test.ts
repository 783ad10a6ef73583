import { describe, expect, it } from 'vitest'
import { parsePayload } from '../src/payload.ts'

const sound = (data: unknown) => JSON.stringify({ output: { audio: { data }, finish_reason: 'null' } })

describe('parsePayload', () => {
  it('decodes Base64 with and without padding', () => {
    for (const [data, hex] of [
      ['AQIDBA==', '01020304'],
      ['AQIDBA', '01020304'],
      ['AQID', '010203'],
      ['AQI=', '0102'],
      ['', ''],
    ]) {
      expect(parsePayload(sound(data))).toEqual({ kind: 'result', audio: Buffer.from(hex!, 'hex'), finished: false })
    }
  })

  it.each(['AA*A', 'AAA A', 'A', 'AAAAA', 'A===', '====', 'AA=AAA', 'héllo', 7, {}, []])(
    'calls sound of %j malformed',
    (data) => {
      expect(parsePayload(sound(data)).kind).toBe('malformed')
    },
  )

  it.each(['', '{', 'null', '[]', '7', '"text"', '{}', '{"output":null}', '{"output":[]}'])(
    'calls %j malformed',
    (json) => {
      expect(parsePayload(json).kind).toBe('malformed')
    },
  )

  it.each([
    ['a code without output', '{"code":"Throttling","message":"m","request_id":"r"}', {}],
    ['a code beside an empty output', '{"code":"Throttling","message":"m","request_id":"r","output":null}', {}],
    [
      'the object of an OpenAI-compatible gateway',
      '{"error":{"code":"Throttling","message":"m"},"request_id":"r"}',
      {},
    ],
    ['an event named error', '{"code":"Throttling","message":"m","request_id":"r","output":{}}', { event: 'error' }],
  ])('takes %s for an error', (_, json, frame) => {
    expect(parsePayload(json, frame)).toEqual({
      kind: 'error',
      error: { status: 0, code: 'Throttling', message: 'm', requestId: 'r' },
    })
  })

  it('takes anything under an error status for an error', () => {
    expect(parsePayload('{}', { status: 500 })).toEqual({
      kind: 'error',
      error: { status: 500, code: '', message: '' },
    })
  })

  it('is finished by "stop" alone, and reads a result without audio', () => {
    for (const reason of [null, 'null', '', 'length', undefined]) {
      const payload = parsePayload(JSON.stringify({ output: { finish_reason: reason } }))
      expect(payload).toEqual({ kind: 'result', audio: Buffer.alloc(0), finished: false })
    }
    expect(parsePayload('{"output":{"finish_reason":"stop"},"usage":{"total_tokens":152}}')).toEqual({
      kind: 'result',
      audio: Buffer.alloc(0),
      finished: true,
      usage: { totalTokens: 152 },
    })
  })
})
