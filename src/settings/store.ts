import type { FailedStarts, FleetLedger, HandledMessages } from './fleet-store.ts'
import type {
  BudgetCaps,
  ChannelValues,
  GuildSettings,
  GuildValues,
  Id,
  MemberSettings,
  MemberValues,
  Patch,
  Reservation,
  ReservationResult,
  RoleRule,
  ServerScope,
  SettingsChange,
  VoiceIntent,
  Word,
  WordOwner,
} from './types.ts'

/**
 * The port to what Lector remembers for good. Two adapters: SQLite (open-sqlite.ts) and Postgres (open-postgres.ts).
 *
 * - Guilds and members are read through a cache in the process, so they may be read for every message. What another
 *   process changed is heard of at once; should that get lost, what is read is never older than a minute.
 * - A promise that resolved is a change that survives a crash of the process.
 * - Writing fails with `settings.value-out-of-range`, `settings.value-not-allowed`, `settings.bad-pattern`,
 *   `settings.patterns-too-large` or `settings.too-many` for a value that may not be kept, and with `settings.not-saved`
 *   (retryable) when the database is locked, full or away; then nothing was changed.
 * - Reading fails with `settings.not-read` (retryable) only when the database is away and memory has no older answer.
 * - What people write in messages is never kept.
 */
export interface SettingsStore {
  readonly guilds: Guilds
  readonly members: Members
  readonly words: Words
  readonly usage: Usage
  readonly intents: VoiceIntents
  readonly data: DataRequests
  readonly fleet: FleetLedger
  readonly failedStarts: FailedStarts
  readonly handled: HandledMessages
  /** Changes from now on, of this process and of others. Ends by throwing the signal's reason. */
  watch(signal: AbortSignal): AsyncIterable<SettingsChange>
  /** Waits for what is being written. Nothing may be called afterwards. */
  close(): Promise<void>
}

export interface Guilds {
  /** A server that nobody has configured has empty settings. */
  read(guild: Id): Promise<GuildSettings>
  update(guild: Id, patch: Patch<GuildValues>): Promise<void>
  updateChannel(guild: Id, channel: Id, patch: Patch<ChannelValues>): Promise<void>
  /** Reads the text channel into the voice channel; `null` stops reading it. */
  setReadChannel(guild: Id, channel: Id, voiceChannel: Id | null): Promise<void>
  setRole(guild: Id, role: Id, rule: RoleRule | null): Promise<void>
  /** Whether this server wants the person not to be read. */
  setUnread(guild: Id, user: Id, unread: boolean): Promise<void>
  setPreset(guild: Id, name: string, style: string | null): Promise<void>
}

export interface Members {
  read(guild: Id, user: Id): Promise<MemberSettings>
  update(guild: Id, user: Id, patch: Patch<MemberValues>): Promise<void>
  /** The member's own wish never to be read, in one server or in all of them. */
  setOptOut(user: Id, where: { readonly guild: Id } | 'everywhere', optOut: boolean): Promise<void>
}

/** Pronunciation. The words themselves come with `Guilds.read` and `Members.read`. */
export interface Words {
  /** Adds the word, or replaces the one with the same kind and pattern in its place. */
  put(owner: WordOwner, word: Word): Promise<void>
  /** True when there was such a word. */
  remove(owner: WordOwner, word: Pick<Word, 'kind' | 'pattern'>): Promise<boolean>
  /** Puts these words in the place of all that there were: all of them or none. */
  replace(owner: WordOwner, words: readonly Word[]): Promise<void>
}

/** Characters sent to providers that bill them, per UTC day and month. */
export interface Usage {
  /**
   * Sets characters aside under all caps, or none of them under any. Atomic: calls at the same time, from any number of
   * processes, never exceed a cap together.
   * @param characters a positive whole number
   */
  reserve(
    who: { readonly guild: Id; readonly user: Id },
    characters: number,
    caps: BudgetCaps,
  ): Promise<ReservationResult>
  /** Replaces what was set aside by what was billed (0 when nothing was spoken). To be called once per reservation. */
  correct(reservation: Reservation, billed: number): Promise<void>
  /** What is used or set aside in the current day and month. */
  read(guild: Id, user: Id): Promise<Record<ServerScope, number>>
}

export interface VoiceIntents {
  set(intent: VoiceIntent): Promise<void>
  clear(guild: Id): Promise<void>
  list(): Promise<readonly VoiceIntent[]>
}

/** What a table holds about somebody, as plain rows, by table. */
export type DataExport = Readonly<Record<string, readonly Readonly<Record<string, string | number | null>>[]>>

export interface DataRequests {
  /** Everything that is kept about a person, in every server. */
  exportMember(user: Id): Promise<DataExport>
  /**
   * Deletes everything that is kept about a person, in every server, but how many characters were spoken for them in the
   * current day and month: budgets count on.
   * @param keepDoNotRead leaves the rows that only say that the person must not be read: without them Lector would
   *   begin to read somebody who asked for the opposite, or whom a server has silenced
   */
  deleteMember(user: Id, options: { readonly keepDoNotRead: boolean }): Promise<void>
  exportGuild(guild: Id): Promise<DataExport>
  /** With all that its members chose there, also that they opted out there. */
  deleteGuild(guild: Id): Promise<void>
  /** The servers that something is kept about and that have not removed Lector, as far as is known. */
  guildsPresent(): Promise<readonly Id[]>
  /** Lector was removed from the server; its data is kept for a while, should it be invited again. */
  guildLeft(guild: Id): Promise<void>
  guildReturned(guild: Id): Promise<void>
  /** Deletes what is no longer needed: servers left 30 days ago, and members' usage of months that are over. */
  expire(): Promise<void>
}
