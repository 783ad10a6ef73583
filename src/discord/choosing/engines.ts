import type { GuildValues } from '../../settings/types.ts'
import { choiceOf, type EngineChoice } from '../../speech/engine-choices.ts'
import type { SuggestContext } from '../command.ts'
import type { Services } from '../services.ts'

/** The engine that is asked first in a server; one that is no longer there is not. */
export function engineOf({ engine }: Partial<GuildValues>, { engines }: Services): EngineChoice {
  return choiceOf(engines, engine)
}

/** "dashscope (US$0.10 for 10,000 characters)"; the id alone where nobody knows the price. */
export function engineLine({ id, usd }: EngineChoice, { texts }: SuggestContext): string {
  if (usd === undefined) return id
  return `${id} (${usd === 0 ? texts.settings.values.free : texts.settings.price(usd, PRICED_CHARACTERS)})`
}

/** What prices are for. */
const PRICED_CHARACTERS = 10_000
