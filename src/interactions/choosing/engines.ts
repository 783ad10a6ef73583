import type { GuildValues } from '../../settings/types.ts'
import { choiceOf, type EngineChoice } from '../../speech/engine-choices.ts'
import type { SuggestContext } from '../command.ts'
import type { Services } from '../services.ts'

/** The engine that is asked first in a server; one that is no longer there is not. */
export function engineOf({ engine }: Partial<GuildValues>, { engines }: Services): EngineChoice {
  return choiceOf(engines, engine)
}

/** The model of DashScope that speaks in a server; undefined where another engine does, whose voices know no models. */
export function dashscopeModelOf(chosen: Partial<GuildValues>, services: Services): string | undefined {
  const { id, model } = engineOf(chosen, services)
  return id.startsWith('dashscope') ? (chosen.model ?? model) : undefined
}

/** "dashscope (US$0.10 for 10,000 characters)"; the id alone where nobody knows the price. */
export function engineLine({ id, usd }: EngineChoice, { texts }: SuggestContext): string {
  if (usd === undefined) return id
  return `${id} (${usd === 0 ? texts.settings.values.free : texts.settings.price(usd, PRICED_CHARACTERS)})`
}

/** What prices are for. */
const PRICED_CHARACTERS = 10_000
