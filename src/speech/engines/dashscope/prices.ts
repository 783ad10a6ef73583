import type { Region } from '@lector/qwen-tts'

/** When the prices were last compared with https://www.alibabacloud.com/help/en/model-studio/model-pricing. */
export const PRICES_AS_OF = '2026-11'

interface Price {
  readonly models: RegExp
  /** USD per 10,000 characters as billed; a region without a price is one without a public price. */
  readonly usd: Partial<Record<Region, number>>
}

/** The first row that fits a model's id. `qwen-tts` bills tokens and has no row. */
export const PRICES: readonly Price[] = [
  { models: /^qwen3-tts-flash-realtime/, usd: { singapore: 0.13 } },
  { models: /^qwen3-tts-flash/, usd: { singapore: 0.1, beijing: 0.115 } },
  { models: /^qwen3-tts-(instruct-flash|vc|vd)(?!.*realtime)/, usd: { singapore: 0.115, beijing: 0.115 } },
]

/** USD per 10,000 characters of a DashScope model by the list; undefined when there is no list price. */
export function priceOf(model: string, region: Region): number | undefined {
  return PRICES.find(({ models }) => models.test(model))?.usd[region]
}
