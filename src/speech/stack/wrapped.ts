import type { SpeechEngine } from '../engine.ts'

/** An engine that speaks differently, and is the same otherwise. */
export function wrapped(
  engine: SpeechEngine,
  speak: SpeechEngine['speak'],
  close: SpeechEngine['close'] = () => engine.close(),
): SpeechEngine {
  return {
    id: engine.id,
    voices: (wish) => engine.voices(wish),
    speak,
    ...(engine.warm && { warm: () => engine.warm!() }),
    close,
  }
}
