import type { SpeechServiceOptions } from '@lector/loopback-speech'
import type { PageFacts } from '@lector/playground'
import type { Config } from './config/config.ts'
import { configuredEngines } from './config/engines.ts'
import { isLectorError } from './kernel/errors.ts'
import { LANGUAGES } from './kernel/languages.ts'
import type { SpokenLanguage } from './kernel/spoken-languages.ts'
import type { ConfiguredEngine } from './speech/engine-description.ts'
import { openEngine } from './speech/open-engine.ts'

export interface PlaygroundVoice {
  /** Speaks for the sandbox's speech service. */
  readonly synthesize: SpeechServiceOptions['synthesize']
  readonly facts: PageFacts
  close(): Promise<void>
}

/**
 * The voice behind the sandbox's speech service: the person's own service where one is set. The bot asks the sandbox,
 * and the sandbox that service, so that every request can be watched and broken, and no key leaves this process.
 * `onReplaced` is told when the service failed and the local voice spoke instead.
 */
export function playgroundVoice(config: Config, onReplaced: () => void = () => undefined): PlaygroundVoice {
  const engines = configuredEngines(config)
  const [first] = engines
  const engine = openEngine(engines)
  return {
    async *synthesize({ model, language: name, ...line }, signal) {
      const language: SpokenLanguage = LANGUAGES.find((known) => known.name === name)?.code ?? 'auto'
      // The sandbox's bot names models of DashScope, which mean nothing to other engines.
      const utterance = first?.models.includes(model) ? { ...line, language, model } : { ...line, language }
      try {
        for await (const event of engine.speak(utterance, signal)) {
          if (event.kind === 'notice' && event.notice.code === 'engine-replaced') onReplaced()
          if (event.kind === 'audio') yield event.pcm
        }
      } catch (error) {
        if (!isLectorError(error) || error.code !== 'speech.unpronounceable') throw error
      }
    },
    facts: {
      engine: engine.id,
      prices: first ? pricesOf(first) : {},
      languages: [...new Set(engine.voices().flatMap(({ languages }) => languages))],
    },
    close: () => engine.close(),
  }
}

/** In US dollars for 10,000 characters, of the models that have a list price. */
function pricesOf({ models, usdOf }: ConfiguredEngine): Record<string, number> {
  return Object.fromEntries(
    models
      .filter((model) => !SNAPSHOT.test(model))
      .flatMap((model) => {
        const usd = usdOf(model)
        return usd === undefined ? [] : [[model, usd]]
      }),
  )
}

/** The same model as of a day, at the same price. */
const SNAPSHOT = /\d{4}-\d{2}-\d{2}$/
