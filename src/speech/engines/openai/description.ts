import type { EngineDescription } from '../../engine-description.ts'
import { withoutModelFacts } from '../../engine-description.ts'
import { createOpenAiEngine } from './engine.ts'
import { isOpenAi } from './form.ts'
import type { OpenAiOptions } from './options.ts'
import { openaiVariables } from './variables.ts'

export const openai = {
  id: 'openai',
  variables: openaiVariables,
  needs: 'OPENAI_SPEECH_URL',
  settings(values): OpenAiOptions | undefined {
    const { OPENAI_SPEECH_URL: baseUrl, OPENAI_SPEECH_KEY: apiKey } = values
    if (baseUrl === undefined) return undefined
    const { OPENAI_SPEECH_MODEL: model, OPENAI_SPEECH_VOICE: voice, OPENAI_SPEECH_FORMAT: format } = values
    const { OPENAI_SPEECH_RATE: rate, OPENAI_SPEECH_TIMEOUT: seconds, OPENAI_SPEECH_LANGUAGES: languages } = values
    return {
      baseUrl,
      ...(apiKey !== undefined && { apiKey }),
      ...(model !== undefined && { model }),
      ...(voice !== undefined && { voice }),
      ...(format !== undefined && { format }),
      ...(rate !== undefined && { rate }),
      ...(seconds !== undefined && { timeout: seconds * 1_000 }),
      ...(languages !== undefined && { languages }),
      ...(values.OPENAI_SPEECH_KIND === 'vllm-omni' && { vllmOmni: {} }),
    }
  },
  configure(settings) {
    const { baseUrl, model, voice } = settings
    const { host } = new URL(baseUrl)
    return {
      ...withoutModelFacts(model),
      id: 'openai',
      provider: 'openai',
      host,
      source: `openai ${model ?? ''} ${baseUrl}`,
      ...(voice !== undefined && { voice }),
      limitOf: () => LONGEST_INPUT,
      hints: {
        address: 'OPENAI_SPEECH_URL',
        addressForm: 'what stands before /audio/speech, such as http://127.0.0.1:8880/v1',
        key: 'OPENAI_SPEECH_KEY',
        model: 'OPENAI_SPEECH_MODEL',
        voice: 'OPENAI_SPEECH_VOICE',
        timeout: 'OPENAI_SPEECH_TIMEOUT',
        format: 'OPENAI_SPEECH_FORMAT',
        account: `the account at ${host}`,
      },
      ...(isOpenAi(baseUrl) && { warnings: [END_OF_OPENAI] }),
      open: () => createOpenAiEngine(settings),
    }
  },
} as const satisfies EngineDescription<typeof openaiVariables, OpenAiOptions>

/** https://developers.openai.com/api/docs/deprecations */
const END_OF_OPENAI =
  'OpenAI ends its speech models on 2027-01-06. Move OPENAI_SPEECH_URL to another server, such as Kokoro-FastAPI.'

/** What OpenAI's API accepts as `input`; other servers of its kind accept more. */
const LONGEST_INPUT = 4_096
