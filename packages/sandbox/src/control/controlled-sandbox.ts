import type { DiscordSandbox } from '@lector/loopback-discord'
import type { SpeechService } from '@lector/loopback-speech'
import type { FaultPanel } from '../faults/fault-panel.ts'
import type { FixtureWorld } from '../fixture-world.ts'
import type { VoicePresence } from '../voice-presence.ts'
import type { Timeline } from '../witness/timeline.ts'
import type { Witness } from '../witness/witness.ts'

/** The parts that the control API uses. */
export interface ControlledSandbox {
  readonly discord: DiscordSandbox
  readonly speech: SpeechService
  readonly fixture: FixtureWorld
  readonly voicePresence: VoicePresence
  readonly witness: Witness
  readonly timeline: Timeline
  readonly faults: FaultPanel
}
