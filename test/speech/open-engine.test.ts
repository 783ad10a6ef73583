import { expect, it } from 'vitest'
import { startSpeechService } from '../../src/sandbox/speech-service/service.ts'
import { openEngine, type SpeechSources } from '../../src/speech/open-engine.ts'
import { speakWhole } from '../support/speech.ts'
import { speakTones } from '../support/tone-engine.ts'

it('opens each engine by its sources, and all of them speak', async () => {
  const { key: apiKey, ...service } = await startSpeechService({ synthesize: speakTones })
  const dashscope = { apiKey, baseUrl: service.baseUrl }
  const sources: [string, SpeechSources][] = [
    ['dashscope', { dashscope: { ...dashscope, model: 'qwen3-tts-flash' } }],
    ['dashscope-realtime', { dashscope: { ...dashscope, model: 'qwen3-tts-flash-realtime', realtime: true } }],
    ['openai', { openai: { apiKey, baseUrl: service.openaiBaseUrl, vllmOmni: {} } }],
    ['local', {}],
  ]
  for (const [id, source] of sources) {
    const engine = openEngine(source)
    const { pcm, receipt } = await speakWhole(engine, { text: 'Hello there.' })
    expect(engine.id).toBe(id)
    expect(receipt?.engine).toBe(id)
    expect(pcm.length).toBeGreaterThan(0)
    await engine.close()
  }
  await service.close()
})
