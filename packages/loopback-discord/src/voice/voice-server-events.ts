import type { MediaPacket } from './media.ts'
import type { VoiceSession } from './voice-session.ts'

/** What a voice server tells those who watch it. */
export interface VoiceServerEvents {
  identified: [session: VoiceSession]
  /** The member may speak; the keys of end-to-end encryption come later. */
  ready: [session: VoiceSession]
  resumed: [session: VoiceSession]
  left: [session: VoiceSession]
  /** A socket was closed, by whichever side; without session when it never identified. */
  closed: [session: VoiceSession | undefined, code: number]
  /** The flags of op 5: 0 is silence. */
  speaking: [session: VoiceSession, flags: number]
  packet: [session: VoiceSession, packet: MediaPacket]
}
