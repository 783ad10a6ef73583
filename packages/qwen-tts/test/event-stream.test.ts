import { describe, expect, it } from 'vitest'
import { createAnswerReader, createEventStreamReader } from '../src/event-stream.ts'
import type { Payload } from '../src/payload.ts'

/** The shape of a recorded `qwen3-tts-flash` stream: key order varies, and the last event carries the address. */
const STREAM = [
  'id:1\nevent:result\n:HTTP_STATUS/200\n',
  'data:{"output":{"audio":{"data":"AQIDBA==","expires_at":1769158890,"id":"audio_r-1"},"finish_reason":"null"},"usage":{"characters":53},"request_id":"r-1"}\n\n',
  'id:2\nevent:result\n:HTTP_STATUS/200\n',
  'data:{"request_id":"r-1","usage":{"characters":53},"output":{"finish_reason":"stop","audio":{"expires_at":1769245290,"id":"audio_r-1","data":"","url":"http://dashscope-result-sg.oss-ap-southeast-1.aliyuncs.com/é.wav?Expires=1"}}}\n\n',
].join('')

const RESULT: Payload[] = [
  {
    kind: 'result',
    audio: Buffer.from([1, 2, 3, 4]),
    finished: false,
    expiresAt: 1769158890000,
    usage: { characters: 53 },
    requestId: 'r-1',
  },
  {
    kind: 'result',
    audio: Buffer.alloc(0),
    finished: true,
    expiresAt: 1769245290000,
    usage: { characters: 53 },
    requestId: 'r-1',
    url: 'http://dashscope-result-sg.oss-ap-southeast-1.aliyuncs.com/é.wav?Expires=1',
  },
]

function read(...pieces: Uint8Array[]): Payload[] {
  const reader = createEventStreamReader()
  return pieces.flatMap((piece) => reader.push(piece))
}

function answer(text: string, status: number): Payload[] {
  const reader = createAnswerReader(status)
  const payloads: Payload[] = []
  for (let at = 0; at < text.length; at += 7) payloads.push(...reader.push(Buffer.from(text.slice(at, at + 7))))
  return [...payloads, ...reader.end()]
}

describe('createEventStreamReader', () => {
  it.each([
    ['as DashScope writes them', STREAM],
    ['with CRLF', STREAM.replaceAll('\n', '\r\n')],
    ['with lone CR', STREAM.replaceAll('\n', '\r')],
    ['with a space after every colon', STREAM.replace(/^(id|event|data|):/gm, '$1: ')],
    ['with comments and unknown lines between', STREAM.replaceAll('event:', ': ping\nfoo:bar\nretry:10\nevent:')],
    ['with data over several lines', STREAM.replaceAll(',"usage"', ',\ndata:"usage"')],
    ['behind a byte order mark', `\ufeff${STREAM}`],
  ])('reads events %s at every split point', (_, stream) => {
    const bytes = Buffer.from(stream)
    // The last lone CR may be half of a CRLF, so the reader waits for what follows it.
    const tail = Buffer.from(':end\n')
    for (let split = 0; split <= bytes.length; split++) {
      expect(read(bytes.subarray(0, split), bytes.subarray(split), tail)).toEqual(RESULT)
    }
    expect(read(...Array.from(bytes, (byte) => Uint8Array.of(byte)), tail)).toEqual(RESULT)
  })

  it('takes an error’s status from its comment, for this event alone', () => {
    const stream =
      'id:1\nevent:error\n:HTTP_STATUS/429\ndata:{"request_id":"566e3621","code":"Throttling.AllocationQuota","message":"Allocated quota exceeded"}\n\n' +
      'data:{"code":"SystemError","message":""}\n\n'
    expect(read(Buffer.from(stream))).toEqual([
      {
        kind: 'error',
        error: {
          status: 429,
          code: 'Throttling.AllocationQuota',
          message: 'Allocated quota exceeded',
          requestId: '566e3621',
        },
      },
      { kind: 'error', error: { status: 0, code: 'SystemError', message: '' } },
    ])
  })

  it('gives up an event without end instead of keeping it', () => {
    const reader = createEventStreamReader(1_000)
    const payloads = [reader.push(Buffer.from('data:'))]
    for (let i = 0; i < 100; i++) payloads.push(reader.push(Buffer.from('x'.repeat(100))))
    expect(payloads.flat()).toEqual([{ kind: 'malformed', reason: 'an event is too long' }])
  })
})

describe('createEventStreamReader, fed by Qwen-Audio-TTS', () => {
  // Sentences without audio, and events whose data is in several lines.
  const frames = [
    '{"output":{"finish_reason":"null","type":"sentence-begin","original_text":"Grüß Gott.","sentence":{"index":0,"words":[]}},\ndata:"request_id":"r"}',
    '{"output":{"finish_reason":"null","type":"sentence-synthesis","sentence":{"index":0,"words":[]},\ndata:"audio":{"data":"AQIDBA==","id":"audio_r","expires_at":1790000000}},"request_id":"r"}',
    '{"output":{"finish_reason":"null","type":"sentence-end","sentence":{"index":0,"words":[{"text":"Grüß","begin_index":0,"end_index":4,"begin_time":0,"end_time":90}]}},"usage":{"input_tokens":9,"output_tokens":41},"request_id":"r"}',
    '{"output":{"finish_reason":"stop","audio":{"data":"","id":"audio_r","url":"http://x/","expires_at":1790000000}},\ndata:"usage":{"input_tokens":9,\ndata:"output_tokens":41},"request_id":"r"}',
  ]
  const stream = frames.map((data, id) => `id:${id}\nevent:result\n:HTTP_STATUS/200\ndata:${data}\n\n`).join('')
  const none = Buffer.alloc(0)
  const usage = { inputTokens: 9, outputTokens: 41 }
  const word = { text: 'Grüß', beginIndex: 0, endIndex: 4, beginTime: 0, endTime: 90 }
  const expected: Payload[] = [
    {
      kind: 'result',
      audio: none,
      finished: false,
      requestId: 'r',
      sentence: { type: 'sentence-begin', index: 0, text: 'Grüß Gott.', words: [] },
    },
    {
      kind: 'result',
      audio: Buffer.from([1, 2, 3, 4]),
      finished: false,
      expiresAt: 1_790_000_000_000,
      requestId: 'r',
      sentence: { type: 'sentence-synthesis', index: 0, words: [] },
    },
    {
      kind: 'result',
      audio: none,
      finished: false,
      usage,
      requestId: 'r',
      sentence: { type: 'sentence-end', index: 0, words: [word] },
    },
    {
      kind: 'result',
      audio: none,
      finished: true,
      url: 'http://x/',
      expiresAt: 1_790_000_000_000,
      usage,
      requestId: 'r',
    },
  ]

  it('reads sentences, usage in tokens and data over several lines at every split point', () => {
    const bytes = Buffer.from(stream)
    for (let split = 0; split <= bytes.length; split++) {
      expect(read(bytes.subarray(0, split), bytes.subarray(split))).toEqual(expected)
    }
    expect(read(...Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(expected)
  })
})

describe('createAnswerReader', () => {
  it('reads a plain JSON answer, printed over several lines too', () => {
    const body = { output: { audio: { data: '', url: 'http://x/' }, finish_reason: 'stop' }, usage: { characters: 3 } }
    const result = [
      { kind: 'result', audio: Buffer.alloc(0), finished: true, url: 'http://x/', usage: { characters: 3 } },
    ]
    expect(answer(JSON.stringify(body), 200)).toEqual(result)
    expect(answer(JSON.stringify(body, null, 2), 200)).toEqual(result)
  })

  it('gives errors the status of the answer when they have none of their own', () => {
    const error = { kind: 'error', error: { status: 401, code: 'InvalidApiKey', message: 'Invalid API-key provided.' } }
    const json = '{"code":"InvalidApiKey","message":"Invalid API-key provided."}'
    expect(answer(json, 401)).toEqual([error])
    expect(answer(`event:error\ndata:${json}\n\n`, 401)).toEqual([error])
  })

  it('says so when an answer is neither events nor JSON, and nothing when it is empty', () => {
    expect(answer('<html></html>', 200)).toEqual([{ kind: 'malformed', reason: 'it is neither events nor JSON' }])
    expect(answer('', 200)).toEqual([])
  })

  it('gives up an answer without end', () => {
    const reader = createAnswerReader(200)
    const comment = Buffer.from(`:${'x'.repeat((1 << 20) - 2)}\n`)
    const payloads: Payload[] = []
    let sent = 0
    for (; payloads.length === 0; sent += comment.length) payloads.push(...reader.push(comment))
    expect(sent).toBeLessThan(50 * (1 << 20))
    expect([...payloads, ...reader.push(comment), ...reader.end()]).toEqual([
      { kind: 'malformed', reason: 'it is too long' },
    ])
  })
})
