import { engineLine, engineOf } from '../../src/interactions/choosing/engines.ts'
import type { ChatCommand } from '../../src/interactions/command.ts'
import { saveForServer } from '../../src/interactions/saving.ts'
import { LectorError } from '../../src/kernel/errors.ts'
import type { EngineChoice } from '../../src/speech/engine-choices.ts'
import { MODELS, modelOf } from '../../src/speech/voices/models.ts'
import { serverShow, showSettings } from './show.ts'

export const serverEngine = {
  kind: 'chat',
  path: 'server engine',
  options: [
    { name: 'engine', kind: 'string', suggests: true },
    { name: 'model', kind: 'string', suggests: true },
  ],
  async run(context) {
    const { options, services } = context
    const engine = options.string('engine')
    const model = options.string('model')
    if (engine === undefined && model === undefined) return await showSettings(['engine', 'model'], context)
    const { chosen } = (await context.settings()).guild
    const speaker = engine === undefined ? engineOf(chosen, services) : services.engines.find(({ id }) => id === engine)
    if (!speaker) throw notConfigured(engine!)
    if (model !== undefined && !mayBeModel(model, speaker)) throw notAllowed('model', model)
    // Models belong to their engine: another engine starts with its default model.
    const isOther = speaker.id !== engineOf(chosen, services).id
    const patch = { ...(engine !== undefined && { engine }), ...((model ?? isOther) && { model: model ?? null }) }
    const saved = await saveForServer(patch, context)
    const isKnown = model === undefined || modelsOf(speaker).includes(model)
    return isKnown ? saved : `${saved}\n${context.texts.settings.unknownModel(model)}`
  },
  press: serverShow.press,
  async suggest(option, typed, context) {
    const wanted = typed.trim().toLowerCase()
    const { services, options } = context
    if (option === 'engine') {
      const engines = services.engines.filter(({ id }) => id.toLowerCase().includes(wanted))
      return engines.map((engine) => ({ name: engineLine(engine, context), value: engine.id }))
    }
    const given = options.string('engine')
    const chosen = given === undefined ? (await context.settings()).guild.chosen : { engine: given }
    const models = modelsOf(engineOf(chosen, services))
    return models.filter((id) => id.toLowerCase().includes(wanted)).map((id) => ({ name: id, value: id }))
  },
} satisfies ChatCommand

function modelsOf({ id, model }: EngineChoice): string[] {
  if (model === undefined) return []
  if (!id.startsWith('dashscope')) return [model]
  const { transport } = modelOf(model)
  // Models of cloned or designed voices have none of the listed voices.
  return MODELS.filter((known) => known.transport === transport && known.voices !== 'custom').map(({ id }) => id)
}

/** Model ids come and go, so an unknown one is accepted; a known one of the other transport is not. */
function mayBeModel(model: string, engine: EngineChoice): boolean {
  if (engine.model === undefined) return false
  return modelsOf(engine).includes(model) || !MODELS.some(({ id }) => id === model)
}

/** What the host has to set, for the services that Lector knows. */
const VARIABLES: Readonly<Partial<Record<string, string>>> = {
  dashscope: 'DASHSCOPE_API_KEY',
  'dashscope-realtime': 'LECTOR_ENGINE',
  openai: 'OPENAI_SPEECH_URL',
}

function notConfigured(engine: string): LectorError {
  const variable = VARIABLES[engine.toLowerCase()]
  if (variable === undefined) return notAllowed('engine', engine)
  const message = `Cannot set "engine": ${engine} needs ${variable}`
  return new LectorError('settings.engine-not-configured', { engine, variable }, message)
}

function notAllowed(setting: string, value: string): LectorError {
  return new LectorError(
    'settings.value-not-allowed',
    { setting, value },
    `Cannot set "${setting}": unknown ${setting}`,
  )
}
