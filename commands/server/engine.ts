import type { ChatCommand, SuggestContext } from '../../src/discord/command.ts'
import { saveForServer } from '../../src/discord/saving.ts'
import { LectorError } from '../../src/kernel/errors.ts'
import { MODELS, modelOf } from '../../src/speech/models.ts'
import { serverShow } from './show.ts'

export const serverEngine = {
  kind: 'chat',
  path: 'server engine',
  options: [
    { name: 'engine', kind: 'string', suggests: true },
    { name: 'model', kind: 'string', suggests: true },
  ],
  async run(context) {
    const engine = context.options.string('engine')
    const model = context.options.string('model')
    if (engine === undefined && model === undefined) return await serverShow.run(context)
    if (engine !== undefined && !enginesOf(context).includes(engine)) throw notAllowed('engine')
    if (model !== undefined && !mayBeModel(model, context)) throw notAllowed('model')
    const patch = { ...(engine !== undefined && { engine }), ...(model !== undefined && { model }) }
    return await saveForServer(patch, context)
  },
  suggest(option, typed, context) {
    const all = option === 'engine' ? enginesOf(context) : modelsOf(context)
    const wanted = typed.trim().toLowerCase()
    return all.filter((id) => id.includes(wanted)).map((id) => ({ name: id, value: id }))
  },
} satisfies ChatCommand

function enginesOf({ services }: SuggestContext): string[] {
  return [services.engine.id]
}

function modelsOf({ services }: SuggestContext): string[] {
  if (services.model === undefined) return []
  const { transport } = modelOf(services.model)
  // Models of voices that were cloned or designed have none of the voices of the list.
  return MODELS.filter((model) => model.transport === transport && model.voices !== 'custom').map(({ id }) => id)
}

/** Ids come and go, so one that nobody has described may be right too; one of the other transport is not. */
function mayBeModel(model: string, context: SuggestContext): boolean {
  if (context.services.model === undefined) return false
  return modelsOf(context).includes(model) || !MODELS.some(({ id }) => id === model)
}

function notAllowed(setting: string): LectorError {
  return new LectorError('settings.value-not-allowed', { setting }, `no such ${setting}`)
}
