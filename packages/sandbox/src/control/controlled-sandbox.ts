import type { DiscordSandbox } from '@lector/loopback-discord'
import type { SpeechService } from '@lector/loopback-speech'
import type { Attendance } from '../attendance.ts'
import type { FaultPanel } from '../faults/fault-panel.ts'
import type { Harbour } from '../harbour.ts'
import type { Happenings } from '../witness/happenings.ts'
import type { Witness } from '../witness/witness.ts'

/** What the control API drives and watches. */
export interface ControlledSandbox {
  readonly discord: DiscordSandbox
  readonly speech: SpeechService
  readonly harbour: Harbour
  readonly attendance: Attendance
  readonly witness: Witness
  readonly happenings: Happenings
  readonly faults: FaultPanel
}
