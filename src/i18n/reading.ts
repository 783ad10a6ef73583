import type { CommandText, WithOptions } from './command-text.ts'

/** Texts about the channels that Lector reads aloud. Channels and people come as mentions or as their names. */
export interface ReadingTexts {
  /** The text channel is read; the bot is in the voice channel. */
  readingHere(channel: string, voice: string): string
  /** The text channel will be read once the bot is in the voice channel. */
  willReadHere(channel: string, voice: string): string
  notReadAnyMore(channel: string): string
  notRead(channel: string): string
  /** Above the list of channels; `emptyList` replaces it when there are none. */
  list(): string
  listed(channel: string, voice: string): string
  emptyList(): string

  readingAloud(voice: string): string
  /** How many messages are read, and how many are skipped. */
  readingFrom(count: number, left: number, voice: string): string
  nothingToRead(): string

  youAreRead(): string
  youAreNotRead(): string
  isRead(person: string): string
  isNotRead(person: string): string

  following(person: string): string
  followingNoMore(person: string): string

  /** Why a message was or was not read. */
  readonly outcomes: Readonly<Record<OutcomeName, string>>
  readonly reasons: Readonly<Record<ReasonName, string>>
  failed(sentence: string): string
}

export type OutcomeName =
  | 'waiting'
  | 'spoken'
  | 'empty'
  | 'left-out'
  | 'dropped'
  | 'deleted'
  /** The bot was not there, or does not remember. */
  | 'unknown'

export type ReasonName =
  | 'own-message'
  | 'system-message'
  | 'command'
  | 'opted-out'
  | 'unread-member'
  | 'channel-not-read'
  | 'bot'
  | 'webhook'
  | 'ignored-role'
  | 'missing-role'
  | 'age-restricted'
  | 'silent'
  | 'ignored-prefix'
  | 'missing-prefix'
  | 'too-old'
  | 'not-there'
  | 'author-not-in-voice'
  | 'author-muted'
  | 'duplicate'
  | 'member-rate'
  | 'server-rate'

/** The reading commands and the menus on messages and people, by path. */
export interface ReadingCommandTexts {
  readonly read: CommandText
  readonly 'read here': WithOptions<'voice'>
  readonly 'read stop': WithOptions<'channel'>
  readonly 'read list': CommandText
  readonly follow: WithOptions<'person'>
  readonly 'Read aloud': CommandText
  readonly 'Read from here': CommandText
  readonly 'Why was this (not) read?': CommandText
  readonly "Read this person / don't": CommandText
}
