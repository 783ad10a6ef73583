import { type Config, ConfigError } from './config.ts'

export type EngineName = NonNullable<Config['LECTOR_ENGINE']>

/**
 * Where speech comes from by this configuration: the service that is named, or else the one that is configured;
 * without any, nothing but the machine itself.
 */
export function speechSources(config: Config, engine = config.LECTOR_ENGINE ?? configured(config)) {
  switch (engine) {
    case 'dashscope':
      return { dashscope: { ...dashscope(config), model: config.DASHSCOPE_MODEL } }
    case 'dashscope-realtime':
      return { dashscope: { ...dashscope(config), model: config.DASHSCOPE_REALTIME_MODEL, realtime: true } }
    case 'openai':
      return { openai: openai(config) }
    case 'local':
      return {}
  }
}

function configured(config: Config): EngineName {
  if (config.DASHSCOPE_API_KEY !== undefined) return 'dashscope'
  return config.OPENAI_SPEECH_URL === undefined ? 'local' : 'openai'
}

function dashscope({ DASHSCOPE_API_KEY: apiKey, DASHSCOPE_WORKSPACE: workspace, ...config }: Config) {
  if (apiKey === undefined) throw new ConfigError('DASHSCOPE_API_KEY is not set.')
  return {
    apiKey,
    baseUrl: config.DASHSCOPE_BASE_URL ?? config.DASHSCOPE_REGION,
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
