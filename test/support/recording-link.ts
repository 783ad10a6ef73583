import { SILENCE_PACKET } from '../../src/audio/opus.ts'
import type { VoiceLink } from '../../src/call/link.ts'

export interface Sent {
  readonly at: number
  readonly packet: Buffer
}

/** A link that keeps what is sent, and sends while `open`. */
export class RecordingLink implements VoiceLink {
  readonly sent: Sent[] = []
  open = true
  closed: { readonly tellDiscord: boolean } | undefined

  /** The speech alone. */
  get speech(): Buffer[] {
    return this.sent.filter(({ packet }) => packet !== SILENCE_PACKET).map(({ packet }) => packet)
  }

  /** What was sent, as a line: `.` for silence, the packet's text or `#` for speech. */
  get line(): string {
    return this.sent.map(({ packet }) => (packet === SILENCE_PACKET ? '.' : labelOf(packet))).join('')
  }

  connect(_channelId: string, _signal: AbortSignal): Promise<void> {
    return Promise.resolve()
  }

  check(_channelId: string): void {}

  send(packet: Buffer): boolean {
    if (!this.open) return false
    this.sent.push({ at: performance.now(), packet })
    return true
  }

  rest(): void {}

  close(options: { readonly tellDiscord: boolean }): void {
    this.open = false
    this.closed = options
  }
}

function labelOf(packet: Buffer): string {
  return packet.length === 1 ? packet.toString('latin1') : '#'
}
