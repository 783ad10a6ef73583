import type { GuildValues } from '../../settings/types.ts'
import type { ConfiguredEngine } from '../../speech/engine-description.ts'
import { engineFor } from '../../speech/engine-for.ts'
import type { SuggestContext } from '../command.ts'
import type { Services } from '../services.ts'

/** The engine that is asked first in a server; a chosen engine that is no longer configured is ignored. */
export function engineOf({ engine }: Partial<GuildValues>, { engines }: Services): ConfiguredEngine {
  return engineFor(engines, engine)
}

/** The model that speaks in a server; undefined if its engine has none to choose from. */
export function modelOf(chosen: Partial<GuildValues>, services: Services): string | undefined {
  const { model } = engineOf(chosen, services)
  return model === undefined ? undefined : (chosen.model ?? model)
}

/** "dashscope (US$0.10 for 10,000 characters)"; the id alone if there is no list price. */
export function engineLine(engine: ConfiguredEngine, { texts }: SuggestContext): string {
  const { id, model } = engine
  const usd = engine.usdOf(model)
  if (usd === undefined) return id
  return `${id} (${usd === 0 ? texts.settings.values.free : texts.settings.price(usd, PRICED_CHARACTERS)})`
}

/** What prices are for. */
const PRICED_CHARACTERS = 10_000
