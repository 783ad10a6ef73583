import type { SpeechServiceOptions } from '@lector/loopback-speech'
import type { PageFacts } from '@lector/playground'
import type { Config } from './config/config.ts'
import { speechSources } from './config/speech-sources.ts'
import { isLectorError } from './kernel/errors.ts'
import { LANGUAGES } from './kernel/languages.ts'
import type { SpokenLanguage } from './kernel/spoken-languages.ts'
import { openEngine } from './speech/open-engine.ts'
import type { SpeechSources } from './speech/sources.ts'
import { INSTRUCT_MODEL } from './speech/voices/models.ts'
import { costOf } from './speech/voices/prices.ts'

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
  const sources: SpeechSources = speechSources(config)
  const engine = openEngine(sources)
  return {
    async *synthesize({ model, language: name, ...line }, signal) {
      const language: SpokenLanguage = LANGUAGES.find((known) => known.name === name)?.code ?? 'auto'
      // A model of DashScope means nothing to other engines.
      const utterance = sources.dashscope ? { ...line, language, model } : { ...line, language }
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
      prices: sources.dashscope ? pricesOf(sources.dashscope, config) : {},
      languages: [...new Set(engine.voices().flatMap(({ languages }) => languages))],
    },
    close: () => engine.close(),
  }
}

/** In US dollars for 10,000 characters, of the models that this configuration uses and that have a list price. */
function pricesOf({ model, realtime }: NonNullable<SpeechSources['dashscope']>, { DASHSCOPE_REGION: region }: Config) {
  const prices: Record<string, number> = {}
  for (const id of realtime ? [model] : [model, INSTRUCT_MODEL]) {
    const price = costOf({ engine: 'dashscope', model: id, characters: 10_000 }, region)
    if (price !== undefined) prices[id] = price
  }
  return prices
}
