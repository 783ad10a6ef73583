import type { ConfiguredEngine, ConfigureOptions, EngineDescription } from '../speech/engine-description.ts'
import { ENGINES } from '../speech/engines/index.ts'
import { type Config, ConfigError } from './config.ts'

/**
 * The engines of this configuration in the order in which they are asked: the named one, then all others that are
 * configured, then the free one. If the free one is named, nothing else is asked.
 */
export function configuredEngines(
  config: Config,
  named = config.LECTOR_ENGINE,
  options: ConfigureOptions = {},
): readonly ConfiguredEngine[] {
  const descriptions: readonly EngineDescription[] = ENGINES
  const configured = descriptions
    .filter(({ id, onlyWhenNamed }) => id === named || !onlyWhenNamed)
    .flatMap((description) => {
      const settings = description.settings(config)
      if (settings !== undefined) return [description.configure(settings, options)]
      if (description.id !== named) return []
      throw new ConfigError(`${description.needs} is not set.`)
    })
  const first = configured.find(({ id }) => id === named)
  if (first?.free) return [first]
  return first ? [first, ...configured.filter((engine) => engine !== first)] : configured
}
