import { baseUrlOf, REGIONS, type Region } from '@lector/qwen-tts'
import type { ValuesOf } from '../../../kernel/variables.ts'
import type { ConfiguredEngine, ConfigureOptions, EngineDescription } from '../../engine-description.ts'
import { VOICES } from '../../voices/voice-catalogue.ts'
import { diagnose } from './diagnose.ts'
import { createDashScopeEngine } from './engine.ts'
import { DEFAULT_MODEL, INSTRUCT_MODEL, MODELS, modelOf } from './models.ts'
import { paceOf } from './pace.ts'
import { PRICES_AS_OF, priceOf } from './prices.ts'
import { createRealtimeEngine } from './realtime/engine.ts'
import { dashscopeVariables } from './variables.ts'
import { modelHasVoice, modelsOfVoice } from './voice-sets.ts'

type Values = ValuesOf<typeof dashscopeVariables>

export interface DashScopeSettings {
  readonly apiKey: string
  /** `singapore`, `beijing` or a base URL. */
  readonly baseUrl: string
  readonly workspace?: string
  readonly model?: string
  /** Whose price list applies; the region of the base URL by default. */
  readonly region?: Region
}

export const dashscope = {
  id: 'dashscope',
  variables: dashscopeVariables,
  needs: 'DASHSCOPE_API_KEY',
  settings: (values) => settingsOf(values, values.DASHSCOPE_MODEL),
  configure(settings, { stream = true }: ConfigureOptions = {}) {
    const { model = DEFAULT_MODEL } = settings
    return {
      ...factsOf('dashscope', model, settings),
      open: () => createDashScopeEngine({ ...settings, model, stream }),
    }
  },
} as const satisfies EngineDescription<typeof dashscopeVariables, DashScopeSettings>

export const dashscopeRealtime = {
  id: 'dashscope-realtime',
  variables: dashscopeVariables,
  needs: 'DASHSCOPE_API_KEY',
  onlyWhenNamed: true,
  settings: (values) => settingsOf(values, values.DASHSCOPE_REALTIME_MODEL),
  configure(settings) {
    const { model = 'qwen3-tts-flash-realtime' } = settings
    return {
      ...factsOf('dashscope-realtime', model, settings),
      open: () => createRealtimeEngine({ ...settings, model }),
    }
  },
} as const satisfies EngineDescription<typeof dashscopeVariables, DashScopeSettings>

function settingsOf(values: Values, model: string): DashScopeSettings | undefined {
  const { DASHSCOPE_API_KEY: apiKey, DASHSCOPE_WORKSPACE: workspace, DASHSCOPE_REGION: region } = values
  if (apiKey === undefined) return undefined
  const baseUrl = values.DASHSCOPE_BASE_URL ?? region
  return { apiKey, baseUrl, model, region, ...(workspace !== undefined && { workspace }) }
}

function factsOf(id: string, model: string, settings: DashScopeSettings): Omit<ConfiguredEngine, 'open'> {
  const { apiKey, baseUrl, region = regionOf(baseUrl) } = settings
  const { transport } = modelOf(model)
  // Models of voices that were cloned or designed have none of the voices of the list.
  const models = MODELS.filter((known) => known.transport === transport && known.voices !== 'custom').map(
    ({ id }) => id,
  )
  // Without a chosen model, a style brings in the instruct model.
  const modelsFor = (chosen: string | undefined) => (chosen === undefined ? [model, INSTRUCT_MODEL] : [chosen])
  return {
    id,
    provider: 'Alibaba Cloud Model Studio',
    host: baseUrlOf(baseUrl, settings.workspace).host,
    source: `${id} ${model} ${baseUrl}`,
    model,
    models,
    mayBeModel: (chosen) => models.includes(chosen) || !MODELS.some((known) => known.id === chosen),
    namedVoices: VOICES,
    hasVoice: (voice, chosen) => modelHasVoice(chosen, voice),
    modelsWithVoice: (voice) =>
      modelsOfVoice(voice)
        .filter((known) => known.transport === transport && !SNAPSHOT.test(known.id))
        .map((known) => known.id),
    followsStyle: (voice, chosen = INSTRUCT_MODEL) => modelHasVoice(chosen, voice),
    isAssignable: (voice, chosen) => modelsFor(chosen).every((one) => modelHasVoice(one, voice) !== false),
    usdOf: (chosen = model) => region && priceOf(chosen, region),
    pricesAsOf: PRICES_AS_OF,
    pace: { account: `dashscope ${apiKey}`, limits: paceOf(model) },
    limitOf: (chosen = model) => modelOf(chosen).limit,
    hints: {
      address: 'DASHSCOPE_BASE_URL',
      addressForm: 'https://…/api/v1; /compatible-mode/v1 has no speech',
      key: 'DASHSCOPE_API_KEY',
      region: 'DASHSCOPE_REGION',
      model: id === 'dashscope' ? 'DASHSCOPE_MODEL' : 'DASHSCOPE_REALTIME_MODEL',
      voice: 'LECTOR_VOICE',
      account: 'Alibaba Cloud Model Studio',
    },
    diagnose: (error) => diagnose(error, settings),
  }
}

function regionOf(baseUrl: string): Region | undefined {
  return Object.hasOwn(REGIONS, baseUrl) ? (baseUrl as Region) : undefined
}

/** The same model as of a day; people know it without. */
const SNAPSHOT = /\d{4}-\d{2}-\d{2}$/
