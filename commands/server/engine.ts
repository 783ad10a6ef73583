import { engineLine, engineOf } from '../../src/interactions/choosing/engines.ts'
import type { ChatCommand } from '../../src/interactions/command.ts'
import { saveForServer } from '../../src/interactions/saving.ts'
import { LectorError } from '../../src/kernel/errors.ts'
import type { EngineDescription } from '../../src/speech/engine-description.ts'
import { ENGINES } from '../../src/speech/engines/index.ts'
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
    if (model !== undefined && !speaker.mayBeModel(model)) throw notAllowed('model', model)
    // Models belong to their engine: another engine starts with its default model.
    const isOther = speaker.id !== engineOf(chosen, services).id
    const patch = { ...(engine !== undefined && { engine }), ...((model ?? isOther) && { model: model ?? null }) }
    const saved = await saveForServer(patch, context)
    const isKnown = model === undefined || speaker.models.includes(model)
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
    const { models } = engineOf(chosen, services)
    return models.filter((id) => id.toLowerCase().includes(wanted)).map((id) => ({ name: id, value: id }))
  },
} satisfies ChatCommand

/** Names the variable that the host has to set, for the engines that Lector knows. */
function notConfigured(engine: string): LectorError {
  const known: EngineDescription | undefined = ENGINES.find(({ id }) => id === engine.toLowerCase())
  if (!known?.needs) return notAllowed('engine', engine)
  const variable = known.onlyWhenNamed ? 'LECTOR_ENGINE' : known.needs
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
