import type { IntentKeeper } from '../call/intents.ts'
import type { VoiceSessions } from '../call/sessions.ts'
import type { Presence } from '../reader/presence.ts'
import type { ChannelReader } from '../reader/reader.ts'
import type { OperatorDefaults } from '../settings/resolve.ts'
import type { SettingsStore } from '../settings/store.ts'
import type { SpeechEngine, Voice } from '../speech/engine.ts'
import type { ConfiguredEngine } from '../speech/engine-description.ts'
import type { VoicesByEngine } from '../speech/voices/voices-by-engine.ts'
import type { ReadAttachment } from './command-options.ts'

/** What commands work with. */
export interface Services {
  readonly sessions: VoiceSessions
  readonly intents: IntentKeeper
  readonly settings: SettingsStore
  readonly reader: ChannelReader
  readonly presence: Presence
  readonly database: 'sqlite' | 'postgres'
  /** What holds where nobody chose anything. */
  readonly operator: OperatorDefaults
  /** Voices of the given engine, or of the first engine if that id is not configured. */
  voicesOf(engine: string | undefined): readonly Voice[]
  readonly assignableVoices: VoicesByEngine['assignableVoices']
  /** Speaks where there is no voice channel: into a file. */
  readonly engine: SpeechEngine
  /** What servers can choose; the first speaks where nobody did. */
  readonly engines: readonly ConfiguredEngine[]
  readonly readAttachment: ReadAttachment
  /** A page with the operator's own words about privacy. */
  readonly privacyUrl: string | undefined
  /** The longest text of `/say`, in characters. */
  readonly maxCharacters: number
  /** How many milliseconds this machine's clock is ahead of Discord's. */
  clockSkew(): number
}
