import { expect, it } from 'vitest'
import { createQwenTts } from '../src/index.ts'
import { cleanupAfterEach } from './support/cleanup.ts'
import { sendJson } from './support/exchange.ts'
import { type Intercept, startProvider } from './support/provider.ts'

const cleanup = cleanupAfterEach()

async function open(intercept?: Intercept) {
  const provider = await startProvider(intercept)
  const client = createQwenTts({ apiKey: provider.key, baseUrl: provider.baseUrl })
  cleanup(provider, client)
  return { provider, client }
}

it('model() reports a model that may be used and has no end date', async () => {
  const { client, provider } = await open()
  expect(await client.model('qwen3-tts-flash')).toEqual({
    id: 'qwen3-tts-flash',
    exists: true,
    allowed: true,
    capabilities: ['TTS'],
  })
  expect(provider.requests.map(({ path }) => path).toSorted()).toEqual([
    '/api/v1/models/permissions?model=qwen3-tts-flash&authorization_scope=AUTHORIZED&action=INFERENCE',
    '/api/v1/models?model=qwen3-tts-flash',
  ])
})

it('model() reports when a model goes offline', async () => {
  const { client } = await open()
  expect(await client.model('qwen3-tts-instruct-flash')).toMatchObject({
    exists: true,
    // Midnight in Beijing.
    offlineAt: Date.parse('2026-10-09T16:00:00Z'),
    snapshot: 'qwen3-tts-instruct-flash-2026-01-26',
  })
})

it('model() tells a model without permission from one that does not exist', async () => {
  const { client } = await open()
  expect(await client.model('qwen-audio-3.1-tts-flash')).toMatchObject({ exists: true, allowed: false })
  expect(await client.model('qwen9-tts')).toMatchObject({ exists: false, allowed: false })
})

it('model() leaves permission open where the host has no route for it', async () => {
  const { client } = await open(({ path }) =>
    path.includes('/permissions') ? { status: 404, code: 'NotFound', message: 'No route.' } : undefined,
  )
  expect(await client.model('qwen3-tts-flash')).toMatchObject({ exists: true, allowed: undefined })
})

it.each([
  [{ offline_time: '2026-12-31 00:00:00' }, '2026-12-30T16:00:00Z'],
  [{ offlineTime: '2026-12-31' }, '2026-12-30T16:00:00Z'],
  [{ offline_time: '2026-12-31T00:00:00Z' }, '2026-12-31T00:00:00Z'],
  [{ offline_time: 1_798_675_200 }, '2026-12-31T00:00:00Z'],
  [
    { free: { offline_time: '2027-01-31 00:00:00' }, paid: { offline_time: '2026-12-31 00:00:00' } },
    '2026-12-30T16:00:00Z',
  ],
  [{ offline_time: 'soon' }, undefined],
  [{ offline_time: null }, undefined],
  ['soon', undefined],
])('reads the end date %j', async (info, expected) => {
  const { client } = await open(({ path }, response) => {
    if (path.includes('/permissions')) return undefined
    sendJson(response, { output: { models: [{ model: 'm', inference_offline_info: info }] } })
    return 'answered'
  })
  expect((await client.model('m')).offlineAt).toBe(expected && Date.parse(expected))
})

it.each<[string, string, string]>([
  ['an answer without models', '{"output":{}}', 'no model'],
  ['an answer that is no JSON', '<html></html>', 'malformed'],
  ['an error object', '{"code":"Throttling","message":"Slow down."}', 'rate-limited'],
])('reads %s', async (_, body, outcome) => {
  const { client } = await open((_request, response) => {
    response.writeHead(200).end(body)
    return 'answered'
  })
  const model = client.model('m')
  if (outcome === 'no model') expect(await model).toMatchObject({ exists: false })
  else await expect(model).rejects.toMatchObject({ kind: outcome })
})

it('model() throws for a wrong key', async () => {
  const { provider } = await open()
  const stranger = createQwenTts({ apiKey: 'sk-wrong', baseUrl: provider.baseUrl })
  cleanup(stranger)
  await expect(stranger.model('qwen3-tts-flash')).rejects.toMatchObject({
    kind: 'auth',
    message: 'DashScope refused to look up model "qwen3-tts-flash": HTTP 401 "InvalidApiKey" (request r-refused)',
  })
})
