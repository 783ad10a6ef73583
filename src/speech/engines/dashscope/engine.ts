import { createQwenTts } from '@lector/qwen-tts'
import type { SpeechEngine } from '../../engine.ts'
import { VOICES } from '../../voices/voice-catalogue.ts'
import { DEFAULT_MODEL, INSTRUCT_MODEL } from './models.ts'
import { clientOptions, type DashScopeOptions } from './options.ts'
import { requestOf } from './request.ts'
import { createSpeaker } from './speaker.ts'

/** Qwen3-TTS on Alibaba Model Studio over HTTP, one request per utterance. */
export function createDashScopeEngine(options: DashScopeOptions): SpeechEngine {
  const { stream = true } = options
  const client = createQwenTts(clientOptions(options))
  return {
    id: 'dashscope',
    voices: () => VOICES,
    speak: createSpeaker({
      engine: 'dashscope',
      model: options.model ?? DEFAULT_MODEL,
      instructModel: options.instructModel ?? INSTRUCT_MODEL,
      open: (plan, { text }, signal) => client.stream(requestOf(plan, text), { signal, file: !stream }),
    }),
    // A whole file takes as long to make as it is long.
    limits: () => (stream ? {} : { silence: 60_000, firstText: 100 }),
    warm: () => client.warm(),
    close: () => client.close(),
  }
}
