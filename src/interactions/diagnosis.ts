import type { LectorError } from '../kernel/errors.ts'

/** The bot's state in one server, as far as only Discord's libraries know it. */
export interface Diagnosis {
  /** Why the bot could not come to the voice channel. */
  readonly obstacle: LectorError | undefined
  readonly stage: boolean
  readonly mayWrite: boolean
  readonly gatewayPing: number
  /** Undefined without a voice connection. */
  readonly voice: { readonly ping: number; readonly encrypted: boolean } | undefined
  /** Version of the encryption library; undefined when it is missing. */
  readonly encryption: string | undefined
  readonly opus: string
}
