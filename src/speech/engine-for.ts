import type { ConfiguredEngine } from './engine-description.ts'

/** The requested engine, or the first if no engine is requested or its id is not configured. */
export function engineFor(configured: readonly ConfiguredEngine[], requested: string | undefined): ConfiguredEngine {
  return configured.find(({ id }) => id === requested) ?? configured[0]!
}
