import { createQwenTts } from '@lector/qwen-tts'
import { systemClock } from '../../../../kernel/clock.ts'
import type { SpeechEngine } from '../../../engine.ts'
import { VOICES } from '../../../voices/voice-catalogue.ts'
import { clientOptions, type DashScopeOptions } from '../options.ts'
import { createSpeaker } from '../speaker.ts'
import { REALTIME_INSTRUCT_MODEL, REALTIME_MODEL, settingsOf } from './session.ts'
import { createStandby } from './standby.ts'

export type RealtimeOptions = Omit<DashScopeOptions, 'stream'>

/**
 * Qwen3-TTS on Alibaba Model Studio over its realtime WebSocket: one session per utterance, and the next one opened
 * ahead.
 */
export function createRealtimeEngine(options: RealtimeOptions): SpeechEngine {
  const { clock = systemClock, model: defaultModel = REALTIME_MODEL } = options
  const client = createQwenTts(clientOptions(options))
  const standby = createStandby((model) => client.connect(model), clock)
  return {
    id: 'dashscope-realtime',
    voices: () => VOICES,
    speak: createSpeaker({
      engine: 'dashscope-realtime',
      model: defaultModel,
      instructModel: options.instructModel ?? REALTIME_INSTRUCT_MODEL,
      open(plan, { text, speed }, signal) {
        const { model } = plan
        return client.realtime({ model, text, ...settingsOf(plan, speed) }, { signal, session: standby.take(model) })
      },
    }),
    warm: () => standby.prepare(defaultModel),
    async close() {
      standby.close()
      await client.close()
    },
  }
}
