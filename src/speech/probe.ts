import { type Clock, systemClock } from '../kernel/clock.ts'
import type { SpokenCode } from '../kernel/spoken-languages.ts'
import type { SpeechEngine } from './engine.ts'

/** A server that makes whole files may need a minute for its first one. */
const PROBE_DEADLINE_MS = 90_000

const WORDS: Readonly<Partial<Record<SpokenCode, string>>> = {
  ja: 'テスト。',
  zh: '测试。',
  ko: '테스트.',
  ru: 'Тест.',
}

/**
 * Milliseconds that an engine takes to its first sound, by having it say one word. Throws what it throws, and when
 * another engine had to speak in its place, why.
 */
export async function probeSpeech(
  engine: SpeechEngine,
  voice: string,
  language: SpokenCode = 'en',
  clock: Clock = systemClock,
): Promise<number> {
  const startedAt = clock.now()
  const late = new AbortController()
  const done = new AbortController()
  clock.sleep(PROBE_DEADLINE_MS, done.signal).then(
    () => late.abort(),
    () => {},
  )
  try {
    const utterance = { text: WORDS[language] ?? 'Test.', voice, language }
    for await (const event of engine.speak(utterance, late.signal)) {
      if (event.kind === 'notice' && event.notice.code === 'engine-replaced') throw event.notice.because
      if (event.kind === 'audio') break
    }
    return clock.now() - startedAt
  } finally {
    done.abort()
  }
}
