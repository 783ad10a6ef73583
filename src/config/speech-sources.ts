import type { Config } from './config.ts'

/** Where speech comes from by this configuration; without a key, nothing but the machine itself. */
export function speechSources(config: Config) {
  const { DASHSCOPE_API_KEY: apiKey, DASHSCOPE_WORKSPACE: workspace } = config
  if (apiKey === undefined) return {}
  return {
    dashscope: {
      apiKey,
      baseUrl: config.DASHSCOPE_BASE_URL ?? config.DASHSCOPE_REGION,
      model: config.DASHSCOPE_MODEL,
      ...(workspace !== undefined && { workspace }),
    },
  }
}
