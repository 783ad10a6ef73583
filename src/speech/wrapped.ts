import type { SpeechEngine } from './engine.ts'

/** An engine that speaks differently, and is the same otherwise. */
export function wrapped(
  engine: SpeechEngine,
  speak: SpeechEngine['speak'],
  close: SpeechEngine['close'] = () => engine.close(),
): SpeechEngine {
  return {
    id: engine.id,
    // A server may tell its voices only once it has been asked.
    get voices() {
      return engine.voices
    },
    speak,
    ...(engine.warm && { warm: () => engine.warm!() }),
    close,
  }
}
