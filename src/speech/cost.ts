import type { SpeechReceipt } from './engine.ts'
import type { ConfiguredEngine } from './engine-description.ts'

/** What a receipt costs in USD by its provider's list, free quotas not counted; undefined if there is no list price. */
export function costOf(
  { engine, model, characters }: SpeechReceipt,
  configured: readonly ConfiguredEngine[],
): number | undefined {
  if (characters === 0) return 0
  const usd = configured.find(({ id }) => id === engine)?.usdOf(model)
  return usd === undefined ? undefined : (characters / 10_000) * usd
}
