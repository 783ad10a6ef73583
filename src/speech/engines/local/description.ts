import { type EngineDescription, withoutModelFacts } from '../../engine-description.ts'
import { VOICES } from '../../voices/voice-catalogue.ts'
import { STYLED_VOICES } from '../../voices/voices.ts'
import { createLocalEngine } from './engine.ts'
import { localVariables } from './variables.ts'

/** The voice of this machine. It takes every name of the voice catalogue, so that members sound different with it too. */
export const local = {
  id: 'local',
  variables: localVariables,
  settings: () => ({}),
  configure: () => ({
    ...withoutModelFacts(undefined),
    id: 'local',
    provider: 'local',
    free: true,
    source: 'local',
    namedVoices: VOICES,
    // Members keep their assigned voice where the instruct models speak instead.
    isAssignable: (voice) => STYLED_VOICES.includes(voice),
    usdOf: () => 0,
    limitOf: () => Number.POSITIVE_INFINITY,
    open: createLocalEngine,
  }),
} as const satisfies EngineDescription<typeof localVariables, object>
