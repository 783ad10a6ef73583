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
 * The port to everything that Lector stores. Two adapters: SQLite (open-sqlite.ts) and Postgres (open-postgres.ts).
 *
 * - Guilds and members are read through a cache in the process, so they can be read for every message. Changes of
 *   another process arrive at once; if a notification is lost, a value is at most one minute old.
 * - A resolved promise is a change that survives a crash of the process.
 * - Writing fails with `settings.value-out-of-range`, `settings.value-not-allowed`, `settings.bad-pattern`,
 *   `settings.patterns-too-large` or `settings.too-many` if the value is not allowed, and with `settings.not-saved`
 *   (retryable) if the database is locked, full or unreachable; then nothing was changed.
 * - Reading fails with `settings.not-read` (retryable) only if the database is unreachable and nothing is cached.
 * - Messages are never stored.
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
  /** All later changes, of this process and of others. Ends by throwing the signal's reason. */
  watch(signal: AbortSignal): AsyncIterable<SettingsChange>
  /** Waits for writes in progress. Nothing may be called afterwards. */
  close(): Promise<void>
}

export interface Guilds {
  /** An unconfigured server has empty settings. */
  read(guild: Id): Promise<GuildSettings>
  update(guild: Id, patch: Patch<GuildValues>): Promise<void>
  updateChannel(guild: Id, channel: Id, patch: Patch<ChannelValues>): Promise<void>
  /** Reads the text channel into the voice channel; `null` stops that. */
  setReadChannel(guild: Id, channel: Id, voiceChannel: Id | null): Promise<void>
  setRole(guild: Id, role: Id, rule: RoleRule | null): Promise<void>
  /** Excludes the member from being read in this server, or includes them again. */
  setUnread(guild: Id, user: Id, unread: boolean): Promise<void>
  setPreset(guild: Id, name: string, style: string | null): Promise<void>
}

export interface Members {
  read(guild: Id, user: Id): Promise<MemberSettings>
  update(guild: Id, user: Id, patch: Patch<MemberValues>): Promise<void>
  /** The member's opt-out, in one server or in all of them. */
  setOptOut(user: Id, where: { readonly guild: Id } | 'everywhere', optOut: boolean): Promise<void>
}

/** Pronunciations. The words themselves come with `Guilds.read` and `Members.read`. */
export interface Words {
  /** Adds the word, or replaces the one with the same kind and pattern in place. */
  put(owner: WordOwner, word: Word): Promise<void>
  /** True if the word existed. */
  remove(owner: WordOwner, word: Pick<Word, 'kind' | 'pattern'>): Promise<boolean>
  /** Replaces the whole list, or nothing. */
  replace(owner: WordOwner, words: readonly Word[]): Promise<void>
}

/** Characters sent to providers that bill them, per UTC day and month. */
export interface Usage {
  /**
   * Reserves characters under all caps, or under none of them. Atomic: concurrent calls, from any number of
   * processes, never exceed a cap together.
   * @param characters a positive whole number
   */
  reserve(
    who: { readonly guild: Id; readonly user: Id },
    characters: number,
    caps: BudgetCaps,
  ): Promise<ReservationResult>
  /** Replaces the reservation by what was billed (0 if nothing was spoken). Call it once per reservation. */
  correct(reservation: Reservation, billed: number): Promise<void>
  /** Used and reserved characters in the current day and month. */
  read(guild: Id, user: Id): Promise<Record<ServerScope, number>>
}

export interface VoiceIntents {
  set(intent: VoiceIntent): Promise<void>
  clear(guild: Id): Promise<void>
  list(): Promise<readonly VoiceIntent[]>
}

/** A person's or server's data as plain rows, by table. */
export type DataExport = Readonly<Record<string, readonly Readonly<Record<string, string | number | null>>[]>>

export interface DataRequests {
  /** Everything stored about a person, in every server. */
  exportMember(user: Id): Promise<DataExport>
  /**
   * Deletes everything stored about a person, in every server, except how many characters were spoken for them in the
   * current day and month: budgets continue to count.
   * @param keepDoNotRead keeps the rows that only say that the person must not be read: without them Lector would
   *   start to read someone who opted out, or whom a server has excluded
   */
  deleteMember(user: Id, options: { readonly keepDoNotRead: boolean }): Promise<void>
  exportGuild(guild: Id): Promise<DataExport>
  /** Includes everything that its members chose there, and their opt-outs there. */
  deleteGuild(guild: Id): Promise<void>
  /** Servers with stored data that are not known to have removed Lector. */
  guildsPresent(): Promise<readonly Id[]>
  /** Lector was removed from the server; its data is kept for a while in case it is invited again. */
  guildLeft(guild: Id): Promise<void>
  guildReturned(guild: Id): Promise<void>
  /** Deletes data that is no longer needed: of servers left 30 days ago, and members' usage of past months. */
  expire(): Promise<void>
}
