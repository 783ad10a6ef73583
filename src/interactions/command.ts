import type { Catalogue, CommandPath } from '../i18n/catalogue.ts'
import type { InterfaceLanguage } from '../i18n/interface-languages.ts'
import type { Incoming } from '../reader/incoming.ts'
import type { Speaker } from '../reader/policy.ts'
import type { SettingsSnapshot } from '../settings/snapshot.ts'
import type { Lookups } from '../text/message.ts'
import type { CommandOptions, OptionKind } from './command-options.ts'
import type { Diagnosis } from './diagnosis.ts'
import type { Reply } from './reply.ts'
import type { Services } from './services.ts'

/** A command is a value: what it is called, what it takes, who may use it, what it does. No Discord library inside. */
export type Command = ChatCommand | CommandGroup | MenuCommand

/** `/say`, or a subcommand such as `/voice set`. */
export interface ChatCommand {
  readonly kind: 'chat'
  /** Its name, and the group's name before it: `say`, `voice set`. The texts of the catalogues have the same key. */
  readonly path: CommandPath
  readonly needs?: Need
  readonly options?: readonly CommandOption[]
  /** Answers the person; the answer is seen by them alone. A `LectorError` is told in their language. */
  run(context: CommandContext): Promise<Reply>
  /** Suggestions for the option that is being typed: 25 at most are shown. Must not take long. */
  suggest?(option: string, typed: string, context: SuggestContext): Promise<readonly Choice[]> | readonly Choice[]
  /** A button or a choice in a select menu of an earlier answer; the new answer takes its place. */
  press?(action: string, values: readonly string[], context: CommandContext): Promise<Reply>
}

/** Several commands under one name: `/voice` for `/voice set`, `/voice show`, … */
export interface CommandGroup {
  readonly kind: 'group'
  readonly path: CommandPath
  readonly needs?: Need
  readonly subcommands: readonly ChatCommand[]
}

/** An entry of the menu that a right click on a message or on a person opens. */
export interface MenuCommand {
  readonly kind: 'message' | 'user'
  readonly path: CommandPath
  readonly needs?: Need
  /** `targetId` is the message's or the person's id. */
  run(context: CommandContext, targetId: string): Promise<Reply>
}

/** `manage-server`: hidden from people without that permission, and refused to them. */
export type Need = 'manage-server'

export interface CommandOption {
  readonly name: string
  readonly kind: OptionKind
  readonly required?: boolean
  readonly maxLength?: number
  readonly min?: number
  readonly max?: number
  /** Fixed values; their names are in the catalogues. */
  readonly choices?: readonly string[]
  /** Suggestions while typing, from `suggest`. */
  readonly suggests?: boolean
  /** For channels: which kinds. */
  readonly channels?: 'text' | 'voice'
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
  readonly guildId: string
  readonly userId: string
  readonly language: InterfaceLanguage
  readonly texts: Catalogue
  readonly services: Services
  /** What was given for the other options so far. */
  readonly options: CommandOptions
  /** The server's and the caller's settings, read at the first call and the same at every other. */
  settings(): Promise<SettingsSnapshot>
}

export interface CommandContext extends SuggestContext {
  /** The text channel where the command was used. */
  readonly channelId: string
  /** The channel or forum it belongs to, if it is a thread. */
  readonly parentId: string | undefined
  /** When it was used: milliseconds since 1970. */
  readonly usedAt: number
  /** The voice channel the caller is in. */
  readonly callerChannel: VoicePlace | undefined
  /** The caller has switched off the sound, or a moderator has. */
  readonly isDeafened: boolean
  /** What decides whether the caller may be heard. */
  readonly caller: Speaker
  /** Whether the caller may do what needs this. */
  may(need: Need): boolean
  /** Throws `app.not-allowed` unless the caller may do what needs this; for commands of which only a part needs it. */
  demand(need: Need): void
  /** The channel with this id, and how many people (not bots) are in it. */
  listenersIn(channelId: string): { readonly name: string; readonly count: number }
  /** How the bot is in this server, as Discord's libraries know it. */
  diagnose(): Diagnosis
  /** Where somebody else is. */
  voiceChannelOf(userId: string): string | undefined
  /** What the mentions in a text stand for, as far as it is known without asking Discord. */
  lookupsIn(text: string): Lookups
  /** Whether the bot may see the text channel, and so is told what is written there. */
  readonly seesChannel: boolean
  /** The message that a menu was opened on. */
  targetMessage(): Promise<Incoming | undefined>
  /** That message and up to `limit` after it, oldest first. Throws when the bot may not see old messages. */
  messagesFromTarget(limit: number): Promise<readonly Incoming[]>
  /** Tells the caller more, after the answer and in the order of the calls. Never throws. */
  followUp(reply: Reply): void
}
