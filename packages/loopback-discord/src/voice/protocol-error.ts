import type { VoiceCloseCodes } from 'discord-api-types/voice/v8'

/** What a client did wrong, with the close code that says so to it. */
export class VoiceProtocolError extends Error {
  override readonly name = 'VoiceProtocolError'
  readonly closeCode: VoiceCloseCodes

  constructor(closeCode: VoiceCloseCodes, message: string) {
    super(message)
    this.closeCode = closeCode
  }
}
