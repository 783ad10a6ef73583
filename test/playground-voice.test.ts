import { type Line, type SpeechService, startSpeechService } from '@lector/loopback-speech'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readConfig } from '../src/config/config.ts'
import { LANGUAGES } from '../src/kernel/languages.ts'
import { playgroundVoice } from '../src/playground-voice.ts'

const KEY = 'sk-of-a-person'
const ALL = LANGUAGES.map(({ code }) => code)
const LINE: Line = {
  text: 'Good evening.',
  voice: 'Cherry',
  language: 'English',
  model: 'qwen3-tts-instruct-flash',
  style: 'calm',
}

/** In place of the person's own service. */
let own: SpeechService
beforeAll(async () => {
  own = await startSpeechService({ key: KEY, synthesize: () => silence() })
})
afterAll(() => own.close())

async function* silence() {
  yield Buffer.alloc(48_000, 1)
}

async function speak(environment: Record<string, string>) {
  let replaced = 0
  const voice = playgroundVoice(readConfig(environment), () => replaced++)
  let bytes = 0
  for await (const pcm of voice.synthesize(LINE, AbortSignal.timeout(10_000))) bytes += pcm.length
  await voice.close()
  return { facts: voice.facts, bytes, replaced }
}

it("speaks through the person's own DashScope, with its prices and without its key on the page", async () => {
  const { facts, bytes, replaced } = await speak({ DASHSCOPE_API_KEY: KEY, DASHSCOPE_BASE_URL: own.baseUrl })
  expect(own.requests.at(-1)).toMatchObject({ model: LINE.model, voice: 'Cherry', instructions: 'calm' })
  expect(facts).toEqual({
    engine: 'dashscope',
    prices: { 'qwen3-tts-flash': 0.1, 'qwen3-tts-instruct-flash': 0.115 },
    languages: expect.arrayContaining(ALL),
  })
  expect(bytes).toBeGreaterThan(40_000)
  expect(replaced).toBe(0)
})

it('asks a server of another kind for no model of DashScope', async () => {
  const { facts } = await speak({ OPENAI_SPEECH_URL: own.baseUrl.replace('/api/v1', ''), OPENAI_SPEECH_KEY: KEY })
  expect(own.requests.at(-1)!.body).toContain('Good evening.')
  expect(own.requests.at(-1)!.body).not.toContain('qwen3-tts-instruct')
  expect(facts).toEqual({ engine: 'openai', prices: {}, languages: expect.arrayContaining(ALL) })
})

it('says so when the local voice had to speak instead', async () => {
  const { bytes, replaced } = await speak({ DASHSCOPE_API_KEY: 'sk-wrong', DASHSCOPE_BASE_URL: own.baseUrl })
  expect(replaced).toBe(1)
  expect(bytes).toBeGreaterThan(0)
})

it('costs nothing and speaks English without a service', async () => {
  expect((await speak({})).facts).toMatchObject({
    engine: 'local',
    prices: {},
    languages: expect.arrayContaining(['en']),
  })
})
