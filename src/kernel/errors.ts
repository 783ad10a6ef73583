/**
 * What can go wrong, as a closed list: every code has a sentence in every language (src/i18n), and a code without one
 * does not compile. The value of a code is the shape of its `params`, the facts that the sentence needs.
 */
export interface ErrorParams {
  /** The provider does not accept the key (wrong key, or the other region's). */
  'speech.auth': { engine: string }
  /** The key is good, but not for this model or workspace. */
  'speech.access': { engine: string; model: string }
  /** The free or paid allowance is used up. */
  'speech.quota': { engine: string }
  /** The account is in arrears or the service was never bought. */
  'speech.billing': { engine: string }
  /** The provider's content inspection refused the text. */
  'speech.blocked': { engine: string }
  'speech.model-gone': { engine: string; model: string }
  'speech.voice-unknown': { engine: string; voice: string }
  'speech.text-too-long': { engine: string; limit: number }
  /** The description of how to speak is longer than a provider reads; the limit is in tokens, about a word each. */
  'speech.style-too-long': { engine: string; limit: number }
  /** The engine has no sounds for this script, e.g. Chinese given to an English-only voice. */
  'speech.unpronounceable': { engine: string }
  /** The request was wrong in a way that only a change of Lector can mend. */
  'speech.bad-request': { engine: string; status: number }
  'speech.rate-limited': { engine: string }
  /** The provider failed on its side (5xx). */
  'speech.server': { engine: string; status: number }
  /** The provider was not reached, or the connection broke. */
  'speech.network': { engine: string }
  'speech.timeout': { engine: string; phase: 'connect' | 'first-audio' | 'stall'; ms: number }
  /** The stream ended without its closing event, so the end of the sentence may be missing. */
  'speech.cut': { engine: string }
  /** The provider answered with something that is not speech. */
  'speech.malformed': { engine: string }
  /** The characters that this server or person may have spoken are used up for the day or month. */
  'speech.budget': {
    scope: 'bot-month' | 'bot-day' | 'server-month' | 'server-day' | 'member-month' | 'member-day'
    cap: number
  }

  'text.empty': Record<string, never>
  'text.too-long': { length: number; limit: number }

  /** The person is in no voice channel, so there is nowhere to speak. */
  'voice.caller-not-in-channel': Record<string, never>
  /** The server does not want the person read, or a moderator muted them in voice. */
  'voice.caller-silenced': Record<string, never>
  /** The bot is in no voice channel of this server. */
  'voice.not-connected': Record<string, never>
  'voice.missing-permission': {
    permission: 'ViewChannel' | 'Connect' | 'Speak' | 'ReadMessageHistory'
    channel: string
  }
  'voice.channel-full': { channel: string; limit: number }
  'voice.timed-out-member': Record<string, never>
  'voice.join-failed': { channel: string }
  'voice.queue-full': { limit: number }
  'voice.nothing-playing': Record<string, never>
  'voice.busy-elsewhere': { channel: string }
  /** So much is being spoken in all servers that one more would make everybody stutter. */
  'voice.too-busy': Record<string, never>

  /** A number, or the length of a text, lies outside its bounds. */
  'settings.value-out-of-range': { setting: string; min: number; max: number }
  /** The value has the wrong shape: not one of the choices, not an id, or with characters that cannot be kept. */
  'settings.value-not-allowed': { setting: string; value?: string }
  /** No voice has this name; these come nearest. */
  'settings.unknown-voice': { voice: string; nearest: readonly string[] }
  /** The model that was chosen does not have the voice; these do. */
  'settings.voice-not-in-model': { voice: string; model: string; models: readonly string[] }
  /** The server has given no style this name. */
  'settings.unknown-preset': { name: string }
  /** The list (words, presets, channels, …) is full. */
  'settings.too-many': { setting: string; limit: number }
  /** The pattern is not a regular expression that RE2 can run, and quickly. */
  'settings.bad-pattern': Record<string, never>
  /** Each pattern of the list would do, but all of them would take too long on each message. */
  'settings.patterns-too-large': Record<string, never>
  /** A file of words cannot be read; `line` is the line of a CSV file or the entry of a JSON list, from 1. */
  'settings.bad-file': { line: number }
  /** The database is locked, full or away: nothing was changed. */
  'settings.not-saved': Record<string, never>
  /** The database is away and the value is not in memory. */
  'settings.not-read': Record<string, never>
  /** The database cannot be opened or brought up to date, e.g. because a newer Lector has written it. */
  'settings.not-migrated': Record<string, never>

  /** The process is shutting down and takes no new work. */
  'app.stopping': Record<string, never>
  /** The person lacks a permission of their own. */
  'app.not-allowed': { permission: 'ManageGuild' }
  /** A file that somebody attached has more than so many KiB. */
  'app.file-too-large': { limit: number }
  /** A file that somebody attached cannot be fetched, or is not text. */
  'app.file-not-read': Record<string, never>
  /** A defect: the log has the details under this id. */
  'app.unexpected': { id: string }
}

export type ErrorCode = keyof ErrorParams

export interface LectorErrorOptions {
  /** True when the same request may succeed a moment later. */
  readonly retryable?: boolean
  /** How long the other side asked us to wait, in milliseconds. */
  readonly retryAfter?: number
  readonly cause?: unknown
}

/**
 * The one error class. `message` is English and for logs: it says what was being done and holds no words of people;
 * the sentence a person reads is chosen at the edge from `code` and `params`.
 */
export class LectorError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'LectorError'
  readonly code: C
  readonly params: ErrorParams[C]
  readonly retryable: boolean
  readonly retryAfter: number | undefined

  constructor(code: C, params: ErrorParams[C], message: string, options: LectorErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.params = params
    this.retryable = options.retryable ?? false
    this.retryAfter = options.retryAfter
  }
}

export function isLectorError(error: unknown): error is LectorError {
  return error instanceof LectorError
}

/** True for the error that an aborted `AbortSignal` throws: not a failure, somebody wanted it to stop. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}
