import type { SpeechEngine } from './engine.ts'

const PROBE_DEADLINE_MS = 15_000

/**
 * How long an engine takes to its first sound, in milliseconds, by having it say one word. Throws what it throws, and
 * when another engine had to speak in its place, why.
 */
export async function probeSpeech(engine: SpeechEngine, voice: string): Promise<number> {
  const startedAt = performance.now()
  const utterance = { text: 'Test.', voice, language: 'en' } as const
  for await (const event of engine.speak(utterance, AbortSignal.timeout(PROBE_DEADLINE_MS))) {
    if (event.kind === 'notice' && event.notice.code === 'engine-replaced') throw event.notice.because
    if (event.kind === 'audio') break
  }
  return performance.now() - startedAt
}
