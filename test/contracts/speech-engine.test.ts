import { startSpeechService } from '../../src/sandbox/speech-service/service.ts'
import { createDashScopeEngine } from '../../src/speech/dashscope/engine.ts'
import { createLocalEngine } from '../../src/speech/local/engine.ts'
import { speakTones } from '../support/tone-engine.ts'
import { describeSpeechEngine, type SpeechEngineSubject } from './speech-engine.ts'

for (const stream of [true, false]) {
  describeSpeechEngine(stream ? 'DashScope' : 'DashScope without streaming', async (): Promise<SpeechEngineSubject> => {
    // Small pieces at ten times real time: slow enough that a request is still running when it is left.
    const service = await startSpeechService({
      synthesize: speakTones,
      faults: () => ({ pace: 10, pieces: [2_400] }),
    })
    const engine = createDashScopeEngine({ apiKey: service.key, baseUrl: service.baseUrl, stream })
    return {
      engine,
      upstream: {
        started: () => service.requests.length,
        running: () => service.requests.filter(({ state }) => state === 'running').length,
      },
      refused: { text: 'Hello', voice: 'Nobody', language: 'en' },
      async close() {
        await engine.close()
        await service.close()
      },
    }
  })
}

describeSpeechEngine('The local voice', async () => {
  const engine = createLocalEngine()
  return {
    engine,
    refused: { text: '你好，世界', voice: 'Cherry', language: 'zh' },
    close: () => engine.close(),
  }
})
