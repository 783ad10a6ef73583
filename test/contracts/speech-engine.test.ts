import type { OpenAiServiceOptions } from '@lector/loopback-speech'
import { type SpeechService, speakTones, startSpeechService } from '@lector/loopback-speech'
import type { SpeechEngine } from '../../src/speech/engine.ts'
import { createDashScopeEngine } from '../../src/speech/engines/dashscope/engine.ts'
import { createRealtimeEngine } from '../../src/speech/engines/dashscope/realtime/engine.ts'
import { createLocalEngine } from '../../src/speech/engines/local/engine.ts'
import { createOpenAiEngine } from '../../src/speech/engines/openai/engine.ts'
import { composeEngine } from '../../src/speech/stack/compose.ts'
import { FairPace } from '../../src/speech/stack/fair-pace.ts'
import { samplesOf } from '../support/sound.ts'
import { normalised } from '../support/stages.ts'
import { describeSpeechEngine, type SpeechEngineSubject } from './speech-engine.ts'

describeSpeechEngine('DashScope', () => open(({ key, baseUrl }) => createDashScopeEngine({ apiKey: key, baseUrl })))
describeSpeechEngine('DashScope without streaming', () =>
  open(({ key, baseUrl }) => createDashScopeEngine({ apiKey: key, baseUrl, stream: false })),
)
describeSpeechEngine('DashScope in real time', () =>
  open(({ key, baseUrl }) => createRealtimeEngine({ apiKey: key, baseUrl })),
)
describeSpeechEngine('A server like OpenAI’s', () =>
  open(({ key, openaiBaseUrl }) => createOpenAiEngine({ apiKey: key, baseUrl: openaiBaseUrl, voice: 'vivian' })),
)
describeSpeechEngine('A server like OpenAI’s that sends events', () =>
  open(({ key, openaiBaseUrl }) => createOpenAiEngine({ apiKey: key, baseUrl: openaiBaseUrl, voice: 'vivian' }), {
    version: 'delta-events',
  }),
)

describeSpeechEngine('The local voice', async () => {
  const engine = createLocalEngine()
  return {
    engine,
    refused: { text: '你好，世界', voice: 'Cherry', language: 'zh' },
    close: () => engine.close(),
  }
})

async function open(
  create: (service: SpeechService) => SpeechEngine,
  openai: OpenAiServiceOptions = {},
): Promise<SpeechEngineSubject> {
  // Small pieces at ten times real time: slow enough that a request is still running when it is left.
  const service = await startSpeechService({
    synthesize: speakTones,
    openai,
    faults: () => ({ pace: 10, pieces: [2_400] }),
  })
  const engine = create(service)
  return {
    engine,
    upstream: {
      started: () => service.requests.length,
      running: () => service.requests.filter(({ state }) => state === 'running').length,
    },
    refused: { text: 'Hello', voice: 'Nobody', language: 'en', model: 'nothing-tts' },
    async close() {
      await engine.close()
      await service.close()
    },
  }
}

describeSpeechEngine('A loudness-normalised local voice', async () => {
  const engine = normalised(createLocalEngine())
  return {
    engine,
    refused: { text: '你好，世界', voice: 'Cherry', language: 'zh' },
    // What it has heard in between changes the gain, and nothing else.
    alike: (one, other) => one.length === other.length && likeness(samplesOf(one), samplesOf(other)) > 0.98,
    close: () => engine.close(),
  }
})

describeSpeechEngine('Everything composed', async () => {
  const service = await startSpeechService({ synthesize: speakTones, faults: () => ({ pace: 10, pieces: [2_400] }) })
  const engine = composeEngine({
    services: [
      {
        engine: createDashScopeEngine({ apiKey: service.key, baseUrl: service.baseUrl }),
        pace: new FairPace([{ requests: 50, window: 1_000 }]),
      },
    ],
    free: createLocalEngine(),
    budget: { reserve: async () => ({ granted: true, reservation: undefined }), settle: async () => {} },
    limitOf: () => 100,
  })
  return {
    engine,
    upstream: {
      started: () => service.requests.length,
      running: () => service.requests.filter(({ state }) => state === 'running').length,
    },
    refused: { text: '你好，世界', voice: 'Cherry', language: 'zh', model: 'nothing-tts' },
    // What it has heard in between changes the gain, and nothing else.
    alike: (one, other) => one.length === other.length && likeness(samplesOf(one), samplesOf(other)) > 0.98,
    async close() {
      await engine.close()
      await service.close()
    },
  }
})

/** The cosine between two sounds: 1 when only their level differs. */
function likeness(one: Float64Array, other: Float64Array): number {
  const product = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0)
  return product(one, other) / Math.sqrt(product(one, one) * product(other, other))
}
