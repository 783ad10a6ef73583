import { type Mood, type SpeechService, speakSine, startSpeechService } from '@lector/loopback-speech'
import { afterEach } from 'vitest'
import { LectorError } from '../../src/kernel/errors.ts'
import type { SpeechEngine, SpeechNotice, SpeechReceipt } from '../../src/speech/engine.ts'
import { createDashScopeEngine } from '../../src/speech/engines/dashscope/engine.ts'
import { createRealtimeEngine } from '../../src/speech/engines/dashscope/realtime/engine.ts'
import { createOpenAiEngine } from '../../src/speech/engines/openai/engine.ts'
import type { OpenAiOptions } from '../../src/speech/engines/openai/options.ts'
import { createVoicevoxEngine } from '../../src/speech/engines/voicevox/engine.ts'
import { createWyomingEngine } from '../../src/speech/engines/wyoming/engine.ts'
import { composeEngine } from '../../src/speech/stack/compose.ts'
import { failing, scriptedEngine } from './scripted-engine.ts'

export const ENGLISH = { text: 'The quick brown fox jumps over it all.', language: 'en' } as const
const JAPANESE = { text: '今日はとても天気がいいです。', language: 'ja' } as const

const cleanups: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

/** The bot's speech with a server in a mood, and a free voice that cannot speak. */
export async function openMood(mood: Mood, options: Partial<OpenAiOptions> = {}) {
  const service = await startSpeechService({ synthesize: speakSine, mood: mood.name })
  const unpronounceable = new LectorError('speech.unpronounceable', { engine: 'local' }, 'no such sounds')
  const engine = composeEngine({
    services: [{ engine: engineOf(mood, service, options) }],
    free: scriptedEngine('local', failing(unpronounceable)),
    limitOf: () => 4_096,
    retry: { first: 20 },
  })
  cleanups.push(
    () => service.close(),
    () => engine.close(),
  )
  return { service, engine }
}

function dashScopeOf({ name }: Mood, { key: apiKey, baseUrl }: SpeechService): SpeechEngine {
  const create = /realtime/.test(name) ? createRealtimeEngine : createDashScopeEngine
  return create({ apiKey, baseUrl })
}

function engineOf(mood: Mood, service: SpeechService, options: Partial<OpenAiOptions>): SpeechEngine {
  if ('wyoming' in mood) return createWyomingEngine({ url: service.wyomingUrl })
  if ('voicevox' in mood) return createVoicevoxEngine({ url: service.voicevoxUrl })
  if ('dashscope' in mood) return dashScopeOf(mood, service)
  const { openaiBaseUrl: url } = service
  const key = 'vllm' in mood ? 'bearer' : mood.openai.key
  return createOpenAiEngine({
    baseUrl: key === 'basic' ? url.replace('//', '//user:password@') : url,
    ...(key === 'bearer' && { apiKey: service.key }),
    ...options,
  })
}

/** One message, with all that was heard and told. */
export async function listen(engine: SpeechEngine, mood: Mood, more: { voice?: string; style?: string } = {}) {
  const pieces: Buffer[] = []
  const notices: SpeechNotice[] = []
  let receipt: SpeechReceipt | undefined
  let error: LectorError | undefined
  const utterance = { ...('voicevox' in mood ? JAPANESE : ENGLISH), voice: 'Cherry', ...more }
  try {
    for await (const event of engine.speak(utterance, AbortSignal.timeout(100_000))) {
      if (event.kind === 'audio') pieces.push(event.pcm)
      else if (event.kind === 'notice') notices.push(event.notice)
      else receipt = event.receipt
    }
  } catch (thrown) {
    error = thrown as LectorError
  }
  return { pcm: Buffer.concat(pieces), notices, receipt, error }
}
