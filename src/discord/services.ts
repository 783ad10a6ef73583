import type { OperatorDefaults } from '../settings/resolve.ts'
import type { SettingsStore } from '../settings/store.ts'
import type { Voice } from '../speech/engine.ts'
import type { VoiceSessions } from '../voice/sessions.ts'

/** What commands work with. */
export interface Services {
  readonly sessions: VoiceSessions
  readonly settings: SettingsStore
  /** What holds where nobody chose anything. */
  readonly operator: OperatorDefaults
  readonly voices: readonly Voice[]
  /** The longest text of `/say`, in characters. */
  readonly maxCharacters: number
}
