import { LectorError } from '../../kernel/errors.ts'
import type { GuildSettings } from '../../settings/types.ts'
import type { Voice } from '../../speech/engine.ts'
import { INSTRUCT_MODEL, modelOf } from '../../speech/voices/models.ts'
import { suggestVoices } from '../../speech/voices/suggest-voices.ts'
import { findVoice, modelHasVoice, modelsOfVoice, nearestVoices } from '../../speech/voices/voice-catalogue.ts'
import type { Choice, SuggestContext } from '../command.ts'
import type { Services } from '../services.ts'
import { dashscopeModelOf } from './engines.ts'

/**
 * The voice that somebody typed or chose, in any case and spacing. Throws `settings.unknown-voice` with those that come
 * nearest, and `settings.voice-not-in-model` with the models that have it when the server's model has not.
 */
export function chooseVoice(typed: string, { chosen }: GuildSettings, services: Services): Voice {
  const voices = services.voicesOf(chosen.engine)
  const voice = findVoice(typed, voices)
  if (!voice) {
    const nearest = nearestVoices(typed, 3, voices).map(({ id }) => id)
    throw new LectorError(
      'settings.unknown-voice',
      { voice: typed, nearest },
      'Cannot use voice: no voice has this name',
    )
  }
  const model = dashscopeModelOf(chosen, services)
  if (model !== undefined && modelHasVoice(model, voice.id) === false) {
    const models = modelsOfVoice(voice.id)
      .filter(({ transport, id }) => transport === modelOf(model).transport && !SNAPSHOT.test(id))
      .map(({ id }) => id)
    throw new LectorError(
      'settings.voice-not-in-model',
      { voice: voice.id, model, models },
      `Voice "${voice.id}" needs another model than "${model}"`,
    )
  }
  return voice
}

/**
 * Whether the engine that speaks in this server may have voices that are not listed: cloned ones, or those of a server
 * that does not tell them.
 */
export function mayHaveOtherVoices({ chosen }: GuildSettings, services: Services): boolean {
  const model = dashscopeModelOf(chosen, services)
  return services.voicesOf(chosen.engine).length <= 1 || (model !== undefined && modelOf(model).voices === 'custom')
}

/** The voices of the engine that speaks in this server. */
export function voicesHere({ chosen }: GuildSettings, services: Services): readonly Voice[] {
  return services.voicesOf(chosen.engine)
}

export async function suggestVoicesHere(typed: string, context: SuggestContext): Promise<readonly Choice[]> {
  const { guild } = await context.settings()
  return suggestVoices(typed, voicesHere(guild, context.services))
}

/** Whether a style would be lost on this voice: its models cannot follow one. */
export function isUnstyled(voice: string, model: string | undefined): boolean {
  return modelHasVoice(model ?? INSTRUCT_MODEL, voice) === false
}

/** The same model as of a day; people know it without. */
const SNAPSHOT = /\d{4}-\d{2}-\d{2}$/
