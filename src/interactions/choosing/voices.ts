import { LectorError } from '../../kernel/errors.ts'
import type { GuildSettings } from '../../settings/types.ts'
import type { Voice } from '../../speech/engine.ts'
import { suggestVoices } from '../../speech/voices/suggest-voices.ts'
import { findVoice, nearestVoices } from '../../speech/voices/voice-catalogue.ts'
import type { Choice, SuggestContext } from '../command.ts'
import type { Services } from '../services.ts'
import { engineOf, modelOf } from './engines.ts'

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
  const engine = engineOf(chosen, services)
  const model = modelOf(chosen, services)
  if (model !== undefined && engine.hasVoice(voice.id, model) === false) {
    const models = engine.modelsWithVoice(voice.id)
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
  const { namedVoices, hasVoice } = engineOf(chosen, services)
  const model = modelOf(chosen, services)
  if (services.voicesOf(chosen.engine).length <= 1) return true
  return model !== undefined && namedVoices?.[0] !== undefined && hasVoice(namedVoices[0].id, model) === 'unknown'
}

/** The voices of the engine that speaks in this server. */
export function voicesHere({ chosen }: GuildSettings, services: Services): readonly Voice[] {
  return services.voicesOf(chosen.engine)
}

export async function suggestVoicesHere(typed: string, context: SuggestContext): Promise<readonly Choice[]> {
  const { guild } = await context.settings()
  return suggestVoices(typed, voicesHere(guild, context.services))
}
