/**
 * All errors, as a closed list: every code has a sentence in every complete language (src/i18n), and a code without one
 * does not compile. The value of a code is the shape of its `params`: the facts that the sentence needs.
 */
export interface ErrorParams {
  /** The provider rejects the key (wrong key, or a key of the other region). */
  'speech.auth': { engine: string }
  /** The key is valid, but not for this model or workspace. */
  'speech.access': { engine: string; model: string }
  /** The free or paid quota is used up. */
  'speech.quota': { engine: string }
  /** The account is in arrears or the service was never bought. */
  'speech.billing': { engine: string }
  /** The provider's content inspection rejected the text. */
  'speech.blocked': { engine: string }
  'speech.model-gone': { engine: string; model: string }
  'speech.voice-unknown': { engine: string; voice: string }
  'speech.text-too-long': { engine: string; limit: number }
  /** The style is longer than a provider reads; the limit is in tokens, about one per word. */
  'speech.style-too-long': { engine: string; limit: number }
  /** The engine cannot pronounce this script, e.g. Chinese with an English-only voice. */
  'speech.unpronounceable': { engine: string }
  /** The request was invalid; only a change of Lector's code can fix that. */
  'speech.bad-request': { engine: string; status: number }
  'speech.rate-limited': { engine: string }
  /** The provider failed on its side (5xx). */
  'speech.server': { engine: string; status: number }
  /** The provider could not be reached, or the connection broke. */
  'speech.network': { engine: string }
  'speech.timeout': { engine: string; phase: 'connect' | 'first-audio' | 'stall'; ms: number }
  /** The stream ended without its final event, so the end of the sentence may be missing. */
  'speech.cut': { engine: string }
  /** The provider's answer is not audio. */
  'speech.malformed': { engine: string }
  /** The characters allowed for this bot, server or member are used up for the day or month. */
  'speech.budget': {
    scope: 'bot-month' | 'bot-day' | 'server-month' | 'server-day' | 'member-month' | 'member-day' | 'member-hour'
    cap: number
    /** The host set the cap, so no server manager can raise it. */
    byHost?: boolean
  }

  'text.empty': Record<string, never>
  'text.too-long': { length: number; limit: number }

  /** The caller is in no voice channel, so there is nowhere to speak. */
  'voice.caller-not-in-channel': Record<string, never>
  /** The server excluded the caller from being read, or a moderator muted them in voice. */
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
  /** The voice server at this address does not answer over UDP: a firewall, NAT or container network is in the way. */
  'voice.udp-blocked': { address: string }
  /** Someone outside the bot's voice channel, where people listen, wants to skip, stop or send it away. */
  'voice.not-in-my-channel': { channel: string }
  /** A long utterance was cut because other people were waiting. */
  'voice.turn-over': Record<string, never>
  'voice.queue-full': { limit: number }
  'voice.nothing-playing': Record<string, never>
  'voice.busy-elsewhere': { channel: string }
  /** The machine speaks in so many servers that one more would make all of them stutter. */
  'voice.too-busy': Record<string, never>

  /** A number or the length of a text is out of bounds. */
  'settings.value-out-of-range': { setting: string; min: number; max: number; unit?: 'characters' | 'seconds' }
  /** The value has the wrong shape: not a choice, not an id, or with characters that a database cannot store. */
  'settings.value-not-allowed': { setting: string; value?: string }
  /** No voice has this name; `nearest` are the most similar names. */
  'settings.unknown-voice': { voice: string; nearest: readonly string[] }
  /** A speech service that exists but that the host has not configured; `variable` would. */
  'settings.engine-not-configured': { engine: string; variable: string }
  /** The chosen model does not have the voice; `models` do. */
  'settings.voice-not-in-model': { voice: string; model: string; models: readonly string[] }
  /** The server has no style of this name. */
  'settings.unknown-preset': { name: string }
  /** The list (words, presets, channels, …) is full. */
  'settings.too-many': { setting: string; limit: number }
  /** RE2 cannot run the pattern, or not fast enough; `empty`: it also matches the empty text. */
  'settings.bad-pattern': { reason: 'syntax' | 'unsupported' | 'too-large' | 'empty' }
  /** Each pattern of the list is acceptable, but together they would take too long on each message. */
  'settings.patterns-too-large': Record<string, never>
  /** A word list cannot be read; `line` is the line of a CSV file or the entry of a JSON list, from 1. */
  'settings.bad-file': { line: number }
  /** The database is locked, full or unreachable; nothing was changed. */
  'settings.not-saved': Record<string, never>
  /** The database is unreachable and the value is not cached. */
  'settings.not-read': Record<string, never>
  /** The database cannot be opened or migrated, e.g. because a newer Lector has written it. */
  'settings.not-migrated': Record<string, never>

  /** Discord has not sent this server yet. */
  'app.not-ready': Record<string, never>
  /** The process is shutting down and accepts no new work. */
  'app.stopping': Record<string, never>
  /** The caller lacks a permission. */
  'app.not-allowed': { permission: 'ManageGuild' }
  /** An attached file is larger than `limit` KiB. */
  'app.file-too-large': { limit: number }
  /** An attached file cannot be fetched, or is not text. */
  'app.file-not-read': Record<string, never>
  /** A bug: the log has the details under this id. */
  'app.unexpected': { id: string }
}

export type ErrorCode = keyof ErrorParams

export interface LectorErrorOptions {
  /** True if the same request may succeed a moment later. */
  readonly retryable?: boolean
  /** How long the other side asked to wait, in milliseconds. */
  readonly retryAfter?: number
  readonly cause?: unknown
}

/**
 * The one error class. `message` is English and for logs: it says what failed and why, with the value, and contains no
 * words of people. The sentence that a person reads is chosen at the edge, from `code` and `params`.
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

/** True for the error that an aborted `AbortSignal` throws: the caller stopped it, nothing failed. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}
