import { createQwenTts } from '@lector/qwen-tts'
import { systemClock } from '../../../kernel/clock.ts'
import type { SpeechEngine } from '../../engine.ts'
import { DEFAULT_MODEL, INSTRUCT_MODEL } from '../../voices/models.ts'
import { VOICES } from '../../voices/voice-catalogue.ts'
import { clientOptions, type DashScopeOptions } from './options.ts'
import { requestOf } from './request.ts'
import { createSpeaker } from './speaker.ts'

/** Qwen3-TTS on Alibaba Model Studio over HTTP, one request per utterance. */
export function createDashScopeEngine(options: DashScopeOptions): SpeechEngine {
  const { stream = true, clock = systemClock } = options
  const deadlines = { connect: 5_000, firstAudio: stream ? 10_000 : 60_000, stall: 10_000, ...options.deadlines }
  const client = createQwenTts(clientOptions(options, deadlines))
  return {
    id: 'dashscope',
    voices: () => VOICES,
    speak: createSpeaker({
      engine: 'dashscope',
      model: options.model ?? DEFAULT_MODEL,
      instructModel: options.instructModel ?? INSTRUCT_MODEL,
      deadlines,
      clock,
      open: (plan, { text }, signal) => client.stream(requestOf(plan, text), { signal, file: !stream }),
    }),
    warm: () => client.warm(),
    close: () => client.close(),
  }
}
