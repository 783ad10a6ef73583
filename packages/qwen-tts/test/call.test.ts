import type { ServerResponse } from 'node:http'
import { expect, it } from 'vitest'
import { createQwenTts, QwenTtsError } from '../src/index.ts'
import { cleanupAfterEach } from './support/cleanup.ts'
import { createDraw } from './support/draw.ts'
import { startProvider } from './support/provider.ts'

const cleanup = cleanupAfterEach()

async function open(answer: (response: ServerResponse) => void, timeout = 5_000) {
  const provider = await startProvider((_, response) => {
    answer(response)
    return 'answered'
  })
  const client = createQwenTts({ apiKey: provider.key, baseUrl: provider.baseUrl, timeout })
  cleanup(provider, client)
  return client.voices
}

const list = { service: 'voice-enrollment' } as const

it.each<[string, (response: ServerResponse) => void, object]>([
  ['a page of HTML', (r) => r.end('<p>Hello</p>'), { kind: 'malformed' }],
  ['a gateway’s 502', (r) => r.writeHead(502).end('<p>Bad</p>'), { kind: 'server', status: 502, retryable: true }],
  ['an empty answer', (r) => r.end(), { kind: 'malformed' }],
  ['a redirect', (r) => r.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(), { kind: 'malformed' }],
  ['a list', (r) => r.end('[]'), { kind: 'malformed' }],
  ['an error with HTTP 200', (r) => r.end('{"code":"Arrearage","message":"x"}'), { kind: 'billing' }],
  [
    'throttling',
    (r) => r.writeHead(429, { 'retry-after': '3' }).end('{"code":"Throttling","message":"x","request_id":"r-1"}'),
    { kind: 'rate-limited', retryAfter: 3_000, requestId: 'r-1', retryable: true },
  ],
  ['a connection that breaks', (r) => r.write('{', () => r.destroy()), { kind: 'network', retryable: true }],
  ['17 MB', (r) => r.end(Buffer.alloc(17 << 20, 32)), { kind: 'malformed' }],
  ['silence', () => {}, { kind: 'timeout', phase: 'answer' }],
])('a call answered with %s throws a QwenTtsError', async (name, answer, expected) => {
  const voices = await open(answer, name === 'silence' ? 500 : 5_000)
  await expect(voices.list(list)).rejects.toMatchObject({ name: 'QwenTtsError', ...expected })
})

it('a call throws the reason of an aborted signal', async () => {
  const voices = await open(() => {})
  const reason = new Error('enough')
  await expect(voices.list({ ...list, signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  const stop = new AbortController()
  const listing = voices.list({ ...list, signal: stop.signal })
  setTimeout(() => stop.abort(reason), 20)
  await expect(listing).rejects.toBe(reason)
})

it('500 spoilt answers end in voices or in a QwenTtsError', async () => {
  const draw = createDraw(20_261_128)
  const whole = JSON.stringify({
    output: { voice_list: [{ voice_id: 'v-1', gmt_create: 'é', status: 'OK' }, { voice: 'v-2' }], total_count: 2 },
    request_id: 'r-1',
  })
  const voices = await open((response) => {
    const bytes = Buffer.from(whole)
    const at = draw.below(bytes.length)
    response.end(
      draw.chance(0.2)
        ? bytes
        : Buffer.concat([bytes.subarray(0, at), draw.bytes(draw.below(4)), bytes.subarray(at + draw.below(3))]),
    )
  })
  const seen = { listed: 0, failed: 0 }
  for (let round = 0; round < 500; round++) {
    try {
      for (const { id } of (await voices.list(list)).voices) expect(typeof id).toBe('string')
      seen.listed++
    } catch (error) {
      if (!(error instanceof QwenTtsError)) throw error
      seen.failed++
    }
  }
  expect(seen.listed).toBeGreaterThan(50)
  expect(seen.failed).toBeGreaterThan(50)
})
