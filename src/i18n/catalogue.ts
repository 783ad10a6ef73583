import type { ErrorCode, ErrorParams } from '../kernel/errors.ts'
import type { CommandText, WithOptions } from './command-text.ts'
import type { DoctorTexts } from './doctor.ts'
import type { OnboardingTexts } from './onboarding.ts'
import type { ReadingCommandTexts, ReadingTexts } from './reading.ts'
import type { SettingCommandTexts } from './setting-commands.ts'
import type { SettingTexts } from './settings.ts'
import type { SpeechTexts } from './speech.ts'
import type { Spoken } from './spoken.ts'

/** The sentence for each error code: what happened, and what to do about it. */
export type ErrorTexts = { readonly [C in ErrorCode]: (params: ErrorParams[C]) => string }

export interface ReplyTexts {
  joined(channel: string): string
  left(): string
  speaking(channel: string): string
  queued(ahead: number): string
  /** To skip or stop what others say, so many of those present have to ask for it. */
  voted(votes: number, needed: number): string
  /** The caller has switched off the sound. */
  deafened(): string
  /** A button of an offer that is too old, or from before a restart. */
  offerExpired(): string
  skipped(): string
  stopped(count: number): string
  /** Speech continues, but not quite as requested. */
  styleIgnored(voice: string): string
  modelReplaced(model: string, by: string): string
  voiceReplaced(voice: string, by: string): string
  engineReplaced(): string
  /** Posted for the whole server: someone disconnected the bot. */
  removed(channel: string): string
  connectionLost(channel: string): string
  /** The bot is reconnecting, and the queue waits. */
  recovering(channel: string): string
  /** The bot gave up for now; it retries by itself, less and less often. */
  comingBack(channel: string): string
  /** Why the bot is silent in the channel, and what ends that. */
  readonly holds: {
    muted(channel: string): string
    suppressed(channel: string): string
    audience(channel: string): string
  }
}

/** One entry for each command, by its path. */
export interface CommandTexts extends SettingCommandTexts, ReadingCommandTexts {
  readonly join: CommandText
  readonly leave: CommandText
  readonly say: WithOptions<'text' | 'voice' | 'style' | 'language'>
  readonly skip: CommandText
  readonly stop: CommandText
  readonly doctor: CommandText
  readonly setup: CommandText
  readonly help: CommandText
}

export type CommandPath = keyof CommandTexts

/** Every text that Lector writes to people, in one language. */
export interface Catalogue {
  readonly errors: ErrorTexts
  readonly replies: ReplyTexts
  readonly commands: CommandTexts
  readonly settings: SettingTexts
  readonly doctor: DoctorTexts
  readonly onboarding: OnboardingTexts
  readonly reading: ReadingTexts
  readonly speech: SpeechTexts
  readonly spoken: Spoken
}

/** A catalogue that is not finished: every text may be missing. */
export type PartialCatalogue = Partially<Catalogue>

type Partially<T> = T extends string | ((...args: never[]) => string)
  ? T
  : { readonly [K in keyof T]?: Partially<T[K]> | undefined }
