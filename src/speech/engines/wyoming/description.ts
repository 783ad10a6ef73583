import { type EngineDescription, withoutModelFacts } from '../../engine-description.ts'
import { createWyomingEngine, type WyomingOptions } from './engine.ts'
import { wyomingVariables } from './variables.ts'

export const wyoming = {
  id: 'wyoming',
  variables: wyomingVariables,
  needs: 'WYOMING_URL',
  settings({ WYOMING_URL: url, WYOMING_VOICE: voice }): WyomingOptions | undefined {
    return url === undefined ? undefined : { url, ...(voice !== undefined && { voice }) }
  },
  configure(settings) {
    const { url, voice } = settings
    return {
      ...withoutModelFacts(undefined),
      id: 'wyoming',
      provider: 'Wyoming',
      host: new URL(url).host,
      source: `wyoming ${url}`,
      ...(voice !== undefined && { voice }),
      // A server of one's own.
      usdOf: () => 0,
      limitOf: () => LONGEST_TEXT,
      hints: { address: 'WYOMING_URL', addressForm: 'tcp://host:10200', voice: 'WYOMING_VOICE' },
      open: () => createWyomingEngine(settings),
    }
  },
} as const satisfies EngineDescription<typeof wyomingVariables, WyomingOptions>

/** Some servers make the whole text first, so long ones are spoken in parts. */
const LONGEST_TEXT = 500
