import { describe, expect, it } from 'vitest'
import {
  createStreamEventReader,
  parseErrorBody,
  type StreamEvent,
} from '../../../../src/speech/engines/openai/speech-events.ts'

const STREAM = Buffer.from(
  [
    ': keep-alive',
    'event: speech.audio.delta',
    'data: {"type":"speech.audio.delta","audio":"AAECAw==","response_format":"pcm"}',
    '',
    'data: {"type":"speech.audio.delta","delta":"BAU="}',
    '',
    'event: speech.audio.progress',
    'data: {"type":"speech.audio.progress","note":"é你"}',
    '',
    'event: speech.audio.done',
    'data: {"type":"speech.audio.done","usage":{"input_tokens":18}}',
    '',
    '',
  ].join('\n'),
)
const EVENTS: StreamEvent[] = [
  { kind: 'audio', audio: Buffer.from([0, 1, 2, 3]) },
  { kind: 'audio', audio: Buffer.from([4, 5]) },
  { kind: 'done' },
]

const read = (text: string) => createStreamEventReader().push(Buffer.from(text))

describe('reading speech events', () => {
  it('reads the same at every split point, under both names of the sound', () => {
    for (let at = 0; at <= STREAM.length; at++) {
      const reader = createStreamEventReader()
      expect([...reader.push(STREAM.subarray(0, at)), ...reader.push(STREAM.subarray(at))]).toEqual(EVENTS)
    }
  })

  it('reads the same byte by byte, and with CRLF', () => {
    const crlf = Buffer.from(String(STREAM).replaceAll('\n', '\r\n'))
    for (const stream of [STREAM, crlf]) {
      const reader = createStreamEventReader()
      const events = [...stream].flatMap((byte) => reader.push(Buffer.of(byte)))
      expect(events).toEqual(EVENTS)
    }
  })

  it('takes the name of an event without a type, and OpenAI’s older mark of the end', () => {
    expect(read('event: speech.audio.delta\ndata: {"audio":"AAE="}\n\n')).toMatchObject([{ kind: 'audio' }])
    expect(read('data: [DONE]\n\n')).toEqual([{ kind: 'done' }])
  })

  it('reads an error', () => {
    const error = { message: 'out of memory', type: 'server_error', param: null, code: 500, partial_audio: true }
    expect(
      read(`event: speech.audio.error\ndata: ${JSON.stringify({ type: 'speech.audio.error', error })}\n\n`),
    ).toEqual([{ kind: 'error', error: { status: 500, code: 'server_error', param: '', message: 'out of memory' } }])
    expect(read('event: error\ndata: {"message":"x"}\n\n')).toMatchObject([{ kind: 'error', error: { message: 'x' } }])
  })

  it.each([
    ['no JSON', 'data: {"type"\n\n'],
    ['a list', 'data: []\n\n'],
    ['sound that is no Base64', 'data: {"type":"speech.audio.delta","audio":"A*"}\n\n'],
    ['sound that is missing', 'data: {"type":"speech.audio.delta"}\n\n'],
    ['an event without end', `data: ${'x'.repeat(3_000_000)}`],
  ])('names %s', (_, text) => {
    expect(read(text)).toMatchObject([{ kind: 'malformed' }])
  })
})

describe('reading the body of a refusal', () => {
  it.each([
    [
      'OpenAI’s',
      '{"error":{"message":"Incorrect API key","type":"invalid_request_error","param":null,"code":"invalid_api_key"}}',
      401,
      { status: 401, code: 'invalid_api_key', param: '', message: 'Incorrect API key' },
    ],
    [
      'vLLM’s, whose code is a status',
      '{"error":{"message":"Invalid voice","type":"BadRequestError","param":null,"code":400}}',
      500,
      { status: 400, code: 'BadRequestError', param: '', message: 'Invalid voice' },
    ],
    [
      'an older vLLM’s',
      '{"object":"error","message":"The model `x` does not exist.","type":"NotFoundError","param":null,"code":404}',
      404,
      { status: 404, code: 'NotFoundError', param: '', message: 'The model `x` does not exist.' },
    ],
    ['FastAPI’s', '{"detail":"Not Found"}', 404, { status: 404, code: '', param: '', message: 'Not Found' }],
    ['no JSON', '<html>', 502, { status: 502, code: '', param: '', message: '' }],
    ['nothing', '', 503, { status: 503, code: '', param: '', message: '' }],
  ])('reads %s', (_, body, status, error) => {
    expect(parseErrorBody(body, status)).toEqual(error)
  })
})
