import { type Config, ConfigError } from './config.ts'

export type EngineName = NonNullable<Config['LECTOR_ENGINE']>

export interface ConfiguredSpeech {
  readonly dashscope?: ReturnType<typeof dashscope>
  readonly openai?: ReturnType<typeof openai>
  readonly standIn?: Omit<ConfiguredSpeech, 'standIn'>
}

/**
 * Where speech comes from: the service that `LECTOR_ENGINE` names, or else the configured one, or else this machine
 * alone. Another configured service is the fallback of the first.
 */
export function speechSources(config: Config, engine = config.LECTOR_ENGINE ?? configured(config)): ConfiguredSpeech {
  switch (engine) {
    case 'dashscope':
    case 'dashscope-realtime': {
      const standIn = config.OPENAI_SPEECH_URL === undefined ? {} : { standIn: { openai: openai(config) } }
      return { dashscope: dashscope(config, engine === 'dashscope-realtime'), ...standIn }
    }
    case 'openai': {
      const standIn = config.DASHSCOPE_API_KEY === undefined ? {} : { standIn: { dashscope: dashscope(config) } }
      return { openai: openai(config), ...standIn }
    }
    case 'local':
      return {}
  }
}

function configured(config: Config): EngineName {
  if (config.DASHSCOPE_API_KEY !== undefined) return 'dashscope'
  return config.OPENAI_SPEECH_URL === undefined ? 'local' : 'openai'
}

function dashscope({ DASHSCOPE_API_KEY: apiKey, DASHSCOPE_WORKSPACE: workspace, ...config }: Config, realtime = false) {
  if (apiKey === undefined) throw new ConfigError('DASHSCOPE_API_KEY is not set.')
  return {
    apiKey,
    baseUrl: config.DASHSCOPE_BASE_URL ?? config.DASHSCOPE_REGION,
    model: realtime ? config.DASHSCOPE_REALTIME_MODEL : config.DASHSCOPE_MODEL,
    ...(realtime && { realtime }),
    ...(workspace !== undefined && { workspace }),
  }
}

function openai({ OPENAI_SPEECH_URL: baseUrl, ...config }: Config) {
  if (baseUrl === undefined) throw new ConfigError('OPENAI_SPEECH_URL is not set.')
  const { OPENAI_SPEECH_KEY: apiKey, OPENAI_SPEECH_MODEL: model, OPENAI_SPEECH_VOICE: voice } = config
  return {
    baseUrl,
    ...(apiKey !== undefined && { apiKey }),
    ...(model !== undefined && { model }),
    ...(voice !== undefined && { voice }),
    ...(config.OPENAI_SPEECH_KIND === 'vllm-omni' && { vllmOmni: {} }),
  }
}
