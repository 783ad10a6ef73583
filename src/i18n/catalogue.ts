import type { ErrorCode, ErrorParams } from '../kernel/errors.ts'
import type { LanguageCode } from '../kernel/languages.ts'
import { en } from './en/index.ts'

/** The sentence for each error code: what is the matter, and what to do about it. */
export type ErrorTexts = { readonly [C in ErrorCode]: (params: ErrorParams[C]) => string }

export interface ReplyTexts {
  joined(channel: string): string
  left(): string
  speaking(channel: string): string
  queued(ahead: number): string
  skipped(): string
  stopped(count: number): string
  /** Speech goes on, but not quite as asked. */
  styleIgnored(voice: string): string
  modelReplaced(model: string, by: string): string
  voiceReplaced(voice: string, by: string): string
  engineReplaced(): string
}

interface CommandText {
  readonly description: string
  readonly options?: Readonly<Record<string, string>>
}

/** What Discord shows while a command is typed: at most 100 characters each. */
export interface CommandTexts {
  readonly join: CommandText
  readonly leave: CommandText
  readonly say: CommandText & { readonly options: Record<'text' | 'voice' | 'style' | 'language', string> }
  readonly skip: CommandText
  readonly stop: CommandText
}

/** Everything Lector writes to people, in one language. */
export interface Catalogue {
  readonly errors: ErrorTexts
  readonly replies: ReplyTexts
  readonly commands: CommandTexts
}

const catalogues: Partial<Record<LanguageCode, Catalogue>> = { en }

export function catalogueOf(language: LanguageCode): Catalogue {
  return catalogues[language] ?? en
}
