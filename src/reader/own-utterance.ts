import { utteranceOf } from '../call/utterance.ts'
import type { LanguageCode } from '../kernel/languages.ts'
import { type OperatorDefaults, resolveSpeech } from '../settings/resolve.ts'
import type { GuildSettings } from '../settings/types.ts'
import type { Utterance } from '../speech/engine.ts'

/** An utterance of Lector itself, in the server's voice. */
export function ownUtterance(
  text: string,
  language: LanguageCode,
  guild: GuildSettings,
  operator: OperatorDefaults,
): Utterance {
  return utteranceOf(text, resolveSpeech({ message: { language }, server: guild.chosen, operator }))
}
