import { type EngineDescription, withoutModelFacts } from '../../engine-description.ts'
import { createVoicevoxEngine, type VoicevoxOptions } from './engine.ts'
import { voicevoxVariables } from './variables.ts'

export const voicevox = {
  id: 'voicevox',
  variables: voicevoxVariables,
  needs: 'VOICEVOX_URL',
  settings({ VOICEVOX_URL: url, VOICEVOX_VOICE: voice }): VoicevoxOptions | undefined {
    return url === undefined ? undefined : { url, ...(voice !== undefined && { voice }) }
  },
  configure(settings) {
    const { url, voice } = settings
    return {
      ...withoutModelFacts(undefined),
      id: 'voicevox',
      provider: 'VOICEVOX',
      host: new URL(url).host,
      source: `voicevox ${url}`,
      ...(voice !== undefined && { voice }),
      // A server of one's own.
      usdOf: () => 0,
      limitOf: () => Number.POSITIVE_INFINITY,
      hints: { address: 'VOICEVOX_URL', addressForm: 'http://host:50021', voice: 'VOICEVOX_VOICE' },
      open: () => createVoicevoxEngine(settings),
    }
  },
} as const satisfies EngineDescription<typeof voicevoxVariables, VoicevoxOptions>
