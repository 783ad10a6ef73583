import type { Company } from '../reader/company.ts'
import type { ChannelReader } from '../reader/reader.ts'
import type { OperatorDefaults } from '../settings/resolve.ts'
import type { SettingsStore } from '../settings/store.ts'
import type { SpeechEngine, Voice } from '../speech/engine.ts'
import type { VoiceSessions } from '../voice/sessions.ts'
import type { ReadAttachment } from './attachments.ts'

/** What commands work with. */
export interface Services {
  readonly sessions: VoiceSessions
  readonly settings: SettingsStore
  readonly reader: ChannelReader
  readonly company: Company
  readonly database: 'sqlite' | 'postgres'
  /** What holds where nobody chose anything. */
  readonly operator: OperatorDefaults
  readonly voices: readonly Voice[]
  /** Speaks where there is no voice channel: into a file. */
  readonly engine: SpeechEngine
  /** The model that speaks where nobody chose one; undefined when speech comes from something without models. */
  readonly model: string | undefined
  readonly readAttachment: ReadAttachment
  readonly privacy: Privacy
  /** The longest text of `/say`, in characters. */
  readonly maxCharacters: number
}

/** What the operator tells people. */
export interface Privacy {
  /** The host that texts are sent to; undefined when they stay on this machine. */
  readonly speechHost: string | undefined
  /** A page with the operator's own words. */
  readonly url: string | undefined
}
