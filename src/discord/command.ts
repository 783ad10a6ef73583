import type { Catalogue, CommandTexts } from '../i18n/catalogue.ts'
import type { LanguageCode } from '../kernel/languages.ts'
import type { Voice } from '../speech/engine.ts'
import type { VoiceSessions } from '../voice/sessions.ts'

/** Slash commands as values: what they are called, what they take, what they do. No Discord library inside. */
export interface Command {
  readonly name: keyof CommandTexts
  readonly options?: readonly CommandOption[]
  /** Answers the person; the answer is seen by them alone. A `LectorError` is told in their language. */
  run(context: CommandContext): Promise<string>
  /** Suggestions for the option that is being typed: 25 at most are shown. */
  suggest?(option: string, typed: string, context: SuggestContext): readonly Choice[]
}

export interface CommandOption {
  readonly name: string
  readonly type: 'string' | 'integer' | 'boolean'
  readonly required?: boolean
  readonly maxLength?: number
  readonly suggests?: boolean
}

export interface Choice {
  readonly name: string
  readonly value: string
}

export interface VoicePlace {
  readonly id: string
  readonly name: string
}

export interface SuggestContext {
  readonly language: LanguageCode
  readonly services: Services
}

export interface CommandContext extends SuggestContext {
  readonly guildId: string
  readonly userId: string
  readonly texts: Catalogue
  readonly options: ReadonlyMap<string, string | number | boolean>
  /** The voice channel the caller is in. */
  readonly callerChannel: VoicePlace | undefined
  /** The channel with this id, and how many people (not bots) are in it. */
  listenersIn(channelId: string): { readonly name: string; readonly count: number }
  /** Tells the caller something more, later. Never throws. */
  followUp(text: string): Promise<void>
}

/** What commands work with. */
export interface Services {
  readonly sessions: VoiceSessions
  readonly voices: readonly Voice[]
  readonly defaults: { readonly voice: string; readonly maxCharacters: number }
}
