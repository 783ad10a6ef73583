import type { Voice } from '../speech/engine.ts'
import type { VoiceSessions } from '../voice/sessions.ts'

/** What commands work with. */
export interface Services {
  readonly sessions: VoiceSessions
  readonly voices: readonly Voice[]
  readonly defaults: { readonly voice: string; readonly maxCharacters: number }
}
