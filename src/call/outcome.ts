import type { SpeechReceipt } from '../speech/engine.ts'
import type { Played } from './player.ts'
import type { SpeechResult } from './recording.ts'

export type Outcome =
  | { readonly kind: 'spoken'; readonly receipt: SpeechReceipt }
  /** Skipped, stopped, or the bot left. */
  | { readonly kind: 'dropped' }
  | { readonly kind: 'failed'; readonly error: unknown }

/** What became of one utterance. Holds no words. Times are milliseconds. */
export interface SpokenReport {
  readonly id: string
  readonly outcome: Outcome
  readonly played: Played
  /** From accepted to the request, from the request to its first audio, from that to the first packet. */
  readonly waited: number
  readonly synthesis: number | undefined
  readonly sending: number | undefined
}

export function outcomeOf(result: SpeechResult): Outcome {
  switch (result.kind) {
    case 'complete':
      return { kind: 'spoken', receipt: result.receipt }
    case 'failed':
      return result
    case 'aborted':
      return { kind: 'dropped' }
  }
}
