import { type SpeechServiceOptions, speakTones, startSpeechService, toneOf } from '@lector/loopback-speech'
import { afterEach, expect, it } from 'vitest'
import type { ConfiguredEngine } from '../../src/speech/engine-description.ts'
import { dashscope, dashscopeRealtime } from '../../src/speech/engines/dashscope/description.ts'
import { local } from '../../src/speech/engines/local/description.ts'
import { openai } from '../../src/speech/engines/openai/description.ts'
import { type OpenEngineOptions, openEngine } from '../../src/speech/open-engine.ts'
import { speakWhole } from '../support/speech.ts'

let cleanups: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups) await cleanup()
  cleanups = []
})

function open(services: readonly ConfiguredEngine[], options: OpenEngineOptions<unknown> = {}) {
  const engine = openEngine([...services, local.configure()], options)
  cleanups.push(() => engine.close())
  return engine
}

async function serve(options: Partial<SpeechServiceOptions> = {}) {
  const service = await startSpeechService({ synthesize: speakTones, ...options })
  cleanups.push(() => service.close())
  return { service, settings: { apiKey: 'sk-sandbox', baseUrl: service.baseUrl } }
}

it('speaks without a service', async () => {
  const { pcm, receipt, notices } = await speakWhole(open([]), { text: 'Hello there.' })
  expect(pcm.length).toBeGreaterThan(20_000)
  expect(receipt).toMatchObject({ engine: 'local', characters: 0 })
  expect(receipt).not.toHaveProperty('fallback')
  expect(notices).toEqual([])
})

it('speaks 3,000 characters in requests that the service takes, billed as one', async () => {
  const { service, settings } = await serve()
  const text = 'It is what it is, and nobody minds. '.repeat(84).trim()
  const { pcm, receipt } = await speakWhole(open([dashscope.configure(settings)]), { text })
  const texts = service.requests.map((request) => request.text)
  expect(texts.length).toBeGreaterThan(4)
  expect(texts.join(' ')).toBe(text)
  expect(pcm.length).toBe(texts.reduce((sum, part) => sum + toneOf(part).length, 0))
  expect(receipt?.characters).toBe(text.length - (texts.length - 1))
})

it('has the local voice stand in for a service that refuses the key', async () => {
  const { service, settings } = await serve({ key: 'sk-another' })
  const { notices, receipt } = await speakWhole(open([dashscope.configure(settings)]), { text: 'Hello there.' })
  expect(receipt).toMatchObject({ engine: 'local', characters: 0, fallback: true })
  expect(notices).toMatchObject([{ code: 'engine-replaced', by: 'local', because: { code: 'speech.auth' } }])
  expect(service.requests).toHaveLength(1)
})

it('asks over HTTP when the WebSocket does not open', async () => {
  const { service, settings } = await serve({ realtime: { handshake: () => 403 } })
  const services = [dashscopeRealtime.configure(settings), dashscope.configure(settings)]
  const { receipt, notices } = await speakWhole(open(services), { text: 'Hello there.' })
  expect(receipt).toMatchObject({ engine: 'dashscope', model: 'qwen3-tts-flash' })
  expect(notices).toMatchObject([{ engine: 'dashscope-realtime', by: 'dashscope', because: { code: 'speech.access' } }])
  expect(service.requests).toHaveLength(1)
})

it('asks a service for nothing that the budget does not grant', async () => {
  const { service, settings } = await serve()
  const budget = {
    reserve: async () => ({ granted: false, scope: 'server-day', used: 9, cap: 9, instead: 'free' }) as const,
    settle: async () => {},
  }
  const { notices } = await speakWhole(open([dashscope.configure(settings)], { budget }), { text: 'Hello there.' })
  expect(notices).toMatchObject([{ by: 'local', because: { code: 'speech.budget' } }])
  expect(service.requests).toHaveLength(0)
})

it('asks the other service that is configured before the local voice', async () => {
  const { service, settings } = await serve({ key: 'sk-another' })
  const other = await startSpeechService({ synthesize: speakTones })
  cleanups.push(() => other.close())
  const second = openai.configure({ baseUrl: other.openaiBaseUrl, apiKey: other.key })
  const engine = open([dashscope.configure(settings), second])
  const { receipt, notices } = await speakWhole(engine, { text: 'Hello there.' })
  expect(receipt).toMatchObject({ engine: 'openai', fallback: true })
  expect(notices).toMatchObject([{ code: 'engine-replaced', by: 'openai', because: { code: 'speech.auth' } }])
  expect(service.requests).toHaveLength(1)
})

it('asks the other service first where it is wished for, in requests of its own length', async () => {
  const { service, settings } = await serve()
  const other = await startSpeechService({ synthesize: speakTones })
  cleanups.push(() => other.close())
  const second = openai.configure({ baseUrl: other.openaiBaseUrl, apiKey: other.key })
  const engine = open([dashscope.configure(settings), second])
  const text = 'It is what it is, and nobody minds. '.repeat(20).trim()
  const { receipt, notices } = await speakWhole(engine, { text, engine: 'openai' })
  expect(receipt).toMatchObject({ engine: 'openai' })
  expect(notices.filter(({ code }) => code === 'engine-replaced')).toEqual([])
  expect([service.requests.length, other.requests.length]).toEqual([0, 1])
})
